package io.github.fullstackmaven.detect.java;

import io.github.fullstackmaven.model.JavaFacts.Packaging;

/**
 * The command that builds a module and what it depends on, in the project's root.
 *
 * @param project the project
 * @param module the module
 * @param packaging what it is to leave
 */
record BuildCommand(JavaProject project, JavaModule module, Packaging packaging) {
    /** Returns what is called to build a project with Maven. */
    static String program(JavaProject project) {
        return project.wrapper() ? "sh ./mvnw" : "mvn";
    }

    String text() {
        return project.isMaven() ? maven() : gradle();
    }

    private String maven() {
        boolean whole = module.name().equals(".");
        return program(project)
                + " -B -ntp "
                + (project.sharesTests() ? "-DskipTests" : "-Dmaven.test.skip=true")
                + " package"
                + (packaging == Packaging.THIN
                        ? " dependency:copy-dependencies -DincludeScope=runtime"
                                + " -DoutputDirectory=target/lib"
                        : "")
                + (whole ? "" : " -pl " + module.name() + " -am");
    }

    private String gradle() {
        String task =
                switch (packaging) {
                    case SPRING_BOOT, SPRING_BOOT_LAYERS -> "bootJar";
                    case QUARKUS -> "quarkusBuild";
                    case WHOLE ->
                            module.hasPlugin("org.springframework.boot")
                                    ? "bootJar"
                                    : module.hasPlugin("io.ktor.plugin")
                                            ? "buildFatJar"
                                            : "shadowJar";
                    case THIN, DISTRIBUTION -> "installDist";
                };
        String prefix = module.name().equals(":") ? ":" : module.name() + ":";
        return (project.wrapper() ? "sh ./gradlew" : "gradle") + " --no-daemon " + prefix + task;
    }
}
