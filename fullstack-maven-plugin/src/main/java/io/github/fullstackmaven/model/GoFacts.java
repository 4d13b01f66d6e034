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
 */
public record GoFacts(
        String directory,
        List<String> manifests,
        String target,
        boolean cgo,
        boolean vendored,
        List<String> embedded)
        implements BuildFacts {
    public GoFacts {
        manifests = List.copyOf(manifests);
        embedded = List.copyOf(embedded);
    }

    @Override
    public Optional<String> root() {
        return Optional.of(directory);
    }
}
