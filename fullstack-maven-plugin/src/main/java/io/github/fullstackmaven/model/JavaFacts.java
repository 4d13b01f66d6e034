package io.github.fullstackmaven.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A module of a Maven or Gradle project that gives a program for the Java virtual machine.
 *
 * @param directory the directory of the project's root, relative to the repository
 * @param module the module's directory, relative to {@code directory}; {@code .} for the root
 * @param modules the directories of all modules, relative to {@code directory}, sorted
 * @param wrapper whether the project's own wrapper builds it
 * @param packaging what the build leaves
 * @param preparation how its dependencies are fetched before the sources are there; absent: they
 *     are not
 */
public record JavaFacts(
        String directory,
        String module,
        List<String> modules,
        boolean wrapper,
        Packaging packaging,
        Optional<Preparation> preparation)
        implements BuildFacts {
    /**
     * A build without the sources, by which all that the real one needs is fetched.
     *
     * @param files the manifests, and a class for every module that compiles: path relative to the
     *     project's root, and content; sorted by path
     * @param commands each is tried where the one before failed; the last may fail as well
     * @param ownOptions whether the project itself says how its build's virtual machine runs
     */
    public record Preparation(
            Map<String, String> files, List<String> commands, boolean ownOptions) {
        public Preparation {
            files = Collections.unmodifiableMap(new TreeMap<>(files));
            commands = List.copyOf(commands);
        }
    }

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
    public Map<String, String> skeleton() {
        return preparation.map(Preparation::files).orElse(Map.of());
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
