package io.github.fullstackmaven.stages;

import static io.github.fullstackmaven.stages.ShellCommand.shell;

import io.github.fullstackmaven.model.JavaFacts;
import io.github.fullstackmaven.model.JavaFacts.Preparation;
import io.github.fullstackmaven.model.Service;
import java.util.ArrayList;
import java.util.List;

/**
 * A program for the Java virtual machine: its dependencies in a layer below its own classes, and a
 * runtime of the modules that they use.
 */
final class JavaStages implements ServiceStages {
    private static final String ROLE = "java";
    private static final String DEPENDENCIES = "/dependencies";
    private static final String MODULES = "/modules";
    private static final String USED = "/used-modules";
    private static final String RUNTIME = "/runtime";

    /** For virtual machines that soon end: one thread less, and no long optimization. */
    static final String SHORT = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1";

    /** The version of Java in which an option of jlink got another name; also the built-in one. */
    private static final int RENAMED = 21;

    /** What programs use without a class naming it: file systems, naming, beans of management. */
    private static final String ALWAYS =
            "java.management,java.naming,jdk.crypto.ec,jdk.management,jdk.unsupported,jdk.zipfs";

    private final Part part;
    private final Service service;
    private final JavaFacts facts;
    private final JavaArchive archive;

    JavaStages(Part part, JavaFacts facts) {
        this.part = part;
        this.service = part.service();
        this.facts = facts;
        this.archive = new JavaArchive(facts, isMaven() ? "target" : "build", DEPENDENCIES);
    }

    @Override
    public List<Stage> stages() {
        List<Stage> stages = new ArrayList<>();
        facts.preparation().map(this::dependencies).ifPresent(stages::add);
        stages.add(program());
        stages.add(modules());
        stages.add(runtime());
        return stages;
    }

    @Override
    public Needs needs() {
        return new Needs(
                Needs.RUNTIME,
                List.of(),
                List.of(
                        Step.Copy.from(part.stage("java"), RUNTIME + "/", part.home() + "/jre/"),
                        Step.Copy.from(part.stage(), DEPENDENCIES + "/", part.home() + "/")),
                List.of(part.home() + "/jre/bin/"),
                List.of());
    }

    private boolean isMaven() {
        return service.packageManager().filter("maven"::equals).isPresent();
    }

    private Stage dependencies(Preparation preparation) {
        List<Step> steps = new ArrayList<>(buildTool());
        steps.addAll(new MavenDependencies(part, facts, preparation, release()).steps(secrets()));
        return new Stage(
                part.stage("dependencies"),
                "What the build fetches; this layer survives a change of source.",
                part.images().base(ROLE),
                steps);
    }

    private Stage program() {
        List<Step> steps = new ArrayList<>();
        boolean prepared = facts.preparation().isPresent();
        if (!prepared) {
            steps.addAll(buildTool());
        }
        steps.add(new Step.Workdir(Sources.directory(facts.directory())));
        steps.add(Step.Copy.of(List.of(Sources.content(facts.directory())), "./"));
        for (String command : service.build()) {
            steps.add(new Step.ProjectCommand(caches(), secrets(), command));
        }
        steps.add(new Step.Workdir(Sources.directory(module())));
        List<ShellCommand> commands = new ArrayList<>(archive.unpacked());
        commands.add(
                usedModules(
                        "find " + Sources.OUT + " -name '*.jar' -o -path '*/BOOT-INF/classes'",
                        MODULES));
        steps.add(new Step.Run(List.of(), commands));
        return new Stage(
                part.stage(),
                "The program, apart from the jars that it depends on.",
                prepared ? part.stage("dependencies") : part.images().base(ROLE),
                steps);
    }

    private String module() {
        return facts.module().equals(".")
                ? facts.directory()
                : Sources.file(facts.directory(), facts.module());
    }

    private List<Step> buildTool() {
        if (facts.wrapper()) {
            return List.of();
        }
        String tool = isMaven() ? "maven" : "gradle";
        String home = isMaven() ? "/usr/share/maven" : "/opt/gradle";
        String program = isMaven() ? "mvn" : "gradle";
        return List.of(
                Step.Copy.from(part.images().base(tool), home + "/", home + "/"),
                Step.Run.of(
                        shell("ln -s " + home + "/bin/" + program + " /usr/local/bin/" + program)));
    }

    /** The directories around them are not cached: a mounted secret would leave its name there. */
    private List<CacheMount> caches() {
        if (facts.preparation().isPresent()) {
            return List.of(new CacheMount("fullstack-maven", "/root/.m2/repository"));
        }
        return isMaven()
                ? List.of(
                        new CacheMount("fullstack-maven", "/root/.m2/repository"),
                        new CacheMount("fullstack-maven-wrapper", "/root/.m2/wrapper"))
                : List.of(
                        new CacheMount("fullstack-gradle", "/root/.gradle/caches"),
                        new CacheMount("fullstack-gradle-wrapper", "/root/.gradle/wrapper"));
    }

    /** Where an organisation's repository and its credentials are named. */
    private List<SecretMount> secrets() {
        return isMaven()
                ? List.of(new SecretMount("maven", "/root/.m2/settings.xml"))
                : List.of(new SecretMount("gradle", "/root/.gradle/gradle.properties"));
    }

    /**
     * Writes the modules of the platform that some classes use. Where jars contradict each other,
     * that is every module. What those modules use in turn jlink finds by itself, so that they are
     * not looked through, which takes as long as the classes do.
     */
    private ShellCommand usedModules(String found, String file) {
        return shell(
                "classes=$("
                        + found
                        + ") && if [ -z \"$classes\" ]; then echo java.base; else jdeps"
                        + " -J-XX:+UseSerialGC -J-XX:TieredStopAtLevel=1"
                        + " --ignore-missing-deps -q --multi-release "
                        + release()
                        + " --no-recursive --print-module-deps $classes 2>/dev/null || echo java.se; fi | tail -n 1 > "
                        + file);
    }

    /** As long as the dependencies are the same, they are not looked at again. */
    private Stage modules() {
        return new Stage(
                part.stage("modules"),
                "The modules of the platform that are used.",
                part.images().base(ROLE),
                List.of(
                        Step.Copy.from(part.stage(), DEPENDENCIES + "/", DEPENDENCIES + "/"),
                        Step.Run.of(
                                usedModules(
                                        "find " + DEPENDENCIES + " -name '*.jar'",
                                        "/dependencies-modules")),
                        Step.Copy.from(part.stage(), MODULES, MODULES),
                        Step.Run.of(
                                shell(
                                        "echo \"$(cat "
                                                + MODULES
                                                + "),$(cat /dependencies-modules),"
                                                + ALWAYS
                                                + "\" | tr ',' '\\n' | sort -u | paste -s -d , > "
                                                + USED))));
    }

    /**
     * A stage of its own, that knows nothing but the names of modules: it is used again as long as
     * they are the same, whatever became of the dependencies.
     */
    private Stage runtime() {
        return new Stage(
                part.stage("java"),
                "A Java runtime of the modules that are used.",
                part.images().base(ROLE),
                List.of(
                        Step.Copy.from(part.stage("modules"), USED, USED),
                        Step.Run.of(
                                shell(
                                        "jlink --add-modules \"$(cat "
                                                + USED
                                                + ")\" --strip-java-debug-attributes"
                                                + " --no-header-files --no-man-pages --compress "
                                                + (release() < RENAMED ? "2" : "zip-6")
                                                + " --output "
                                                + RUNTIME))));
    }

    private int release() {
        return service.version(ROLE)
                .map(version -> version.split("\\.")[0])
                .filter(major -> major.matches("\\d+"))
                .map(Integer::parseInt)
                .orElse(RENAMED);
    }
}
