package io.github.fullstackmaven.model;

import java.util.List;
import java.util.Optional;

/**
 * A module of a Maven or Gradle project that gives a program for the Java virtual machine.
 *
 * @param directory the directory of the project's root, relative to the repository
 * @param module the module's directory, relative to {@code directory}; {@code .} for the root
 * @param modules the directories of all modules, relative to {@code directory}, sorted
 * @param wrapper whether the project's own wrapper builds it
 * @param packaging what the build leaves
 */
public record JavaFacts(
        String directory, String module, List<String> modules, boolean wrapper, Packaging packaging)
        implements BuildFacts {
    /** What the build of a program leaves. */
    public enum Packaging {
        /** A jar of Spring Boot that knows its layers and unpacks to {@code app.jar}. */
        SPRING_BOOT,
        /** A jar of Spring Boot 2.3 to 3.2, whose layers are started by a launcher. */
        SPRING_BOOT_LAYERS,
        /** The directory {@code quarkus-app}. */
        QUARKUS,
        /** One jar with everything in it. */
        WHOLE,
        /** A jar, and the jars that it depends on beside it. */
        THIN,
        /** What Gradle's plugin {@code application} installs. */
        DISTRIBUTION
    }

    public JavaFacts {
        modules = List.copyOf(modules);
    }

    @Override
    public Optional<String> root() {
        return Optional.of(directory);
    }

    @Override
    public List<String> built() {
        return modules.stream()
                .map(path -> path.equals(".") ? "" : path + "/")
                .flatMap(
                        path -> List.of(path + "target", path + "build", path + ".gradle").stream())
                .sorted()
                .toList();
    }
}
