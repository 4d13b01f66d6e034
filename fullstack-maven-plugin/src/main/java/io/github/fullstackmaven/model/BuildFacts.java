package io.github.fullstackmaven.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the stages of an ecosystem need to know besides the commands. */
public sealed interface BuildFacts
        permits BuildFacts.None,
                BuildFacts.Rust,
                DockerfileFacts,
                GoFacts,
                JavaFacts,
                NixFacts,
                NodeFacts,
                PagesFacts,
                PythonFacts {

    /**
     * Returns the directory that the build needs, relative to the repository; absent: the service's
     * own.
     */
    default Optional<String> root() {
        return Optional.empty();
    }

    /**
     * Returns what else of the repository the build reads: directories and files, relative to it.
     */
    default List<String> besides() {
        return List.of();
    }

    /**
     * Returns the directories with copies of published packages, relative to the repository: each
     * file of them is there, or the package is not what was published.
     */
    default List<String> copiedPackages() {
        return List.of();
    }

    /**
     * Returns what a build on the machine itself leaves, relative to that directory: it is kept out
     * of the image's build.
     */
    default List<String> built() {
        return List.of();
    }

    /**
     * Returns the directories that the program takes into itself when it is compiled, relative to
     * the repository.
     */
    default List<String> embedded() {
        return List.of();
    }

    /**
     * Returns files that stand for the project while its dependencies are prepared: path relative
     * to the project's root, and content.
     */
    default Map<String, String> skeleton() {
        return Map.of();
    }

    /** Nothing beyond the commands. */
    record None() implements BuildFacts {}

    /**
     * A Cargo package that gives one binary.
     *
     * @param workspace the directory of the workspace's root manifest, relative to the repository
     *     ({@code .} is its root); equal to the service's path for a single crate
     * @param packageName the package that holds the binary
     * @param binary the one binary that is built and started
     * @param lockfile whether a {@code Cargo.lock} is in the repository
     * @param skeleton files that let the dependencies be compiled before the sources are there:
     *     path relative to the base of the directories, and content; sorted by path
     * @param directories what else of the repository it reads
     * @param localPackages every package of the repository that the skeleton stands for, sorted
     * @param linked what the binary is linked to; absent: it is static
     * @param embedded directories that the binary embeds, relative to the repository, sorted
     * @param assets files and directories that the program reads when it runs, relative to the
     *     package, sorted
     * @param buildVariables what its compilation needs in its environment
     */
    record Rust(
            String workspace,
            String packageName,
            String binary,
            boolean lockfile,
            CargoDirectories directories,
            Map<String, String> skeleton,
            List<String> localPackages,
            Optional<DebianLibraries> linked,
            List<String> embedded,
            List<String> assets,
            Map<String, String> buildVariables)
            implements BuildFacts {
        /** A static binary that needs nothing besides. */
        public Rust(
                String workspace,
                String packageName,
                String binary,
                boolean lockfile,
                Map<String, String> skeleton,
                List<String> localPackages) {
            this(
                    workspace,
                    packageName,
                    binary,
                    lockfile,
                    CargoDirectories.of(workspace),
                    skeleton,
                    localPackages,
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    Map.of());
        }

        public Rust {
            skeleton = Collections.unmodifiableMap(new TreeMap<>(skeleton));
            localPackages = List.copyOf(localPackages);
            embedded = List.copyOf(embedded);
            assets = List.copyOf(assets);
            buildVariables = Collections.unmodifiableMap(new TreeMap<>(buildVariables));
        }

        /** Returns the directory of the workspace in the skeleton. */
        public String workspaceInSkeleton() {
            String base = directories.base();
            if (workspace.equals(base)) {
                return ".";
            }
            return base.equals(".") ? workspace : workspace.substring(base.length() + 1);
        }

        /**
         * Returns whether what was compiled of the repository's own packages is kept from build to
         * build: one package alone is compiled whenever anything changed.
         */
        public boolean keepsLocalPackages() {
            return !skeleton.isEmpty() && localPackages.size() > 1;
        }

        /**
         * Returns whether what was compiled of the dependencies is kept from build to build. Where
         * directories of the repository are compiled with them, a file's time would decide.
         */
        public boolean keepsDependencies() {
            return !skeleton.isEmpty() && directories.before().isEmpty();
        }

        /** Returns the same for another binary. */
        public Rust withBinary(String other) {
            return new Rust(
                    workspace,
                    packageName,
                    other,
                    lockfile,
                    directories,
                    skeleton,
                    localPackages,
                    linked,
                    embedded,
                    assets,
                    buildVariables);
        }

        @Override
        public Optional<String> root() {
            return Optional.of(workspace);
        }

        @Override
        public List<String> besides() {
            return directories.all();
        }

        @Override
        public List<String> copiedPackages() {
            return directories.vendored();
        }

        @Override
        public List<String> built() {
            return List.of("target");
        }
    }
}
