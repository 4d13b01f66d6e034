package io.github.fullstackmaven.model;

import java.util.List;
import java.util.Optional;

/**
 * A module of a Maven or Gradle project that gives a program for the Java virtual machine.
 *
 * @param directory the directory of the project's root, relative to the repository
 * @param manifests the files that the resolution of dependencies needs, relative to {@code
 *     directory}, sorted
 * @param module the module, as the build tool names it; {@code .} for the root
 * @param wrapper whether the project's own wrapper builds it
 * @param packaging {@code spring-boot}, {@code quarkus} or {@code jar}
 */
public record JavaFacts(
        String directory, List<String> manifests, String module, boolean wrapper, String packaging)
        implements BuildFacts {
    public JavaFacts {
        manifests = List.copyOf(manifests);
    }

    @Override
    public Optional<String> root() {
        return Optional.of(directory);
    }

    @Override
    public List<String> built() {
        return List.of("target", "build");
    }
}
