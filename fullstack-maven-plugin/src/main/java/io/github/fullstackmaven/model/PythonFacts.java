package io.github.fullstackmaven.model;

import java.util.List;
import java.util.Optional;

/**
 * A Python program with its dependencies in a virtual environment.
 *
 * @param directory the directory of the project or workspace, relative to the repository
 * @param manifests the files that the installation of dependencies needs, relative to {@code
 *     directory}, sorted; empty when it needs the sources as well
 * @param tools what installs them, as pip takes it ({@code uv==0.1}), in order
 * @param packages directories below {@code directory} that are packages of the repository's own and
 *     are installed beside the dependencies
 * @param buildPackages Debian packages that building the dependencies needs, sorted
 * @param runtimePackages Debian packages that they need to run, sorted
 * @param compiled whether modules that the interpreter loads are among the sources
 */
public record PythonFacts(
        String directory,
        List<String> manifests,
        List<String> tools,
        List<String> packages,
        List<String> buildPackages,
        List<String> runtimePackages,
        boolean compiled)
        implements BuildFacts {
    public PythonFacts {
        manifests = List.copyOf(manifests);
        tools = List.copyOf(tools);
        packages = List.copyOf(packages);
        buildPackages = List.copyOf(buildPackages);
        runtimePackages = List.copyOf(runtimePackages);
    }

    @Override
    public Optional<String> root() {
        return Optional.of(directory);
    }

    @Override
    public List<String> built() {
        return List.of(".venv", "venv");
    }
}
