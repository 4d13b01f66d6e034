package io.github.fullstackmaven.stages;

import static io.github.fullstackmaven.stages.ShellCommand.shell;

import io.github.fullstackmaven.model.JavaFacts;
import java.util.List;

/**
 * Takes what the build of a Java program left apart: the jars of others to one directory, which
 * rarely changes, and the rest to {@code /out}.
 */
final class JavaArchive {
    private static final String LAYERS = "/layers";
    private static final String OUT = Sources.OUT;

    private final JavaFacts facts;
    private final String results;
    private final String dependencies;

    /**
     * @param facts what was built
     * @param results the directory of the module that the build leaves its results in
     * @param dependencies where the jars of others go
     */
    JavaArchive(JavaFacts facts, String results, String dependencies) {
        this.facts = facts;
        this.results = results;
        this.dependencies = dependencies;
    }

    /** Returns the commands, to be run in the module's directory. */
    List<ShellCommand> unpacked() {
        return switch (facts.packaging()) {
            case SPRING_BOOT ->
                    layered(
                            "-Djarmode=tools -jar \"$archive\" extract --layers --destination "
                                    + LAYERS
                                    + " --application-filename app.jar");
            case SPRING_BOOT_LAYERS ->
                    layered(
                            "-Djarmode=layertools -jar \"$archive\" extract --destination "
                                    + LAYERS);
            case QUARKUS ->
                    List.of(
                            directories(),
                            shell("cp -a " + results + "/quarkus-app/. " + OUT),
                            shell("mv " + OUT + "/lib " + dependencies + "/lib"));
            case WHOLE ->
                    List.of(directories(), archive(), shell("cp \"$archive\" " + OUT + "/app.jar"));
            case THIN ->
                    List.of(
                            directories(),
                            archive(),
                            shell("cp \"$archive\" " + OUT + "/app.jar"),
                            shell(
                                    "if [ -d target/lib ]; then cp -a target/lib "
                                            + dependencies
                                            + "/lib; fi"));
            case DISTRIBUTION ->
                    List.of(
                            directories(),
                            archive(),
                            shell("cp -a build/install/*/lib " + dependencies + "/lib"),
                            shell(
                                    "mv "
                                            + dependencies
                                            + "/lib/\"$(basename \"$archive\")\" "
                                            + OUT
                                            + "/app.jar"));
        };
    }

    private List<ShellCommand> layered(String extraction) {
        return List.of(
                directories(),
                archive(),
                shell("java " + JavaStages.SHORT + " " + extraction),
                shell("cp -a " + LAYERS + "/dependencies/. " + dependencies),
                shell(
                        "for layer in spring-boot-loader snapshot-dependencies application; do"
                                + " if [ -d "
                                + LAYERS
                                + "/$layer ]; then cp -a "
                                + LAYERS
                                + "/$layer/. "
                                + OUT
                                + "; fi; done"));
    }

    private ShellCommand directories() {
        return shell("mkdir -p " + dependencies + " " + OUT);
    }

    /** There has to be one archive; what goes with it, like its sources, does not count. */
    private ShellCommand archive() {
        String folder = results.equals("target") ? "target" : "build/libs";
        return shell(
                "archive=$(find "
                        + folder
                        + " -maxdepth 1 \\( -name '*.jar' -o -name '*.war' \\) ! -name 'original-*'"
                        + " ! -name '*-plain.jar' ! -name '*-sources.jar' ! -name '*-javadoc.jar'"
                        + " ! -name '*-tests.jar' ! -name '*-test-fixtures.jar') && { [ -f"
                        + " \"$archive\" ] || { echo \"not one archive in "
                        + folder
                        + ": $archive\" >&2; exit 1; }; }");
    }
}
