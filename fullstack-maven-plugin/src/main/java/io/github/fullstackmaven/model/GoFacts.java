package io.github.fullstackmaven.model;

import java.util.List;
import java.util.Optional;

/**
 * A Go module that gives one binary.
 *
 * @param directory the directory of {@code go.work}, or else of {@code go.mod}, relative to the
 *     repository
 * @param manifests the files that the download of modules needs, relative to {@code directory},
 *     sorted
 * @param target the package to build, relative to the module, {@code ./cmd/server}
 * @param cgo whether the C compiler takes part
 * @param vendored whether the modules are in the repository
 * @param embedded directories that the binary embeds, relative to the repository, sorted
 * @param assets directories that the program reads when it runs, relative to the module, sorted
 * @param buildPackages Debian packages that the build needs besides, sorted
 * @param runtimePackages Debian packages that the binary needs to run, sorted
 */
public record GoFacts(
        String directory,
        List<String> manifests,
        String target,
        boolean cgo,
        boolean vendored,
        List<String> embedded,
        List<String> assets,
        List<String> buildPackages,
        List<String> runtimePackages)
        implements BuildFacts {
    public GoFacts {
        manifests = List.copyOf(manifests);
        embedded = List.copyOf(embedded);
        assets = List.copyOf(assets);
        buildPackages = List.copyOf(buildPackages);
        runtimePackages = List.copyOf(runtimePackages);
    }

    @Override
    public Optional<String> root() {
        return Optional.of(directory);
    }
}
