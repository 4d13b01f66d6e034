package io.github.fullstackmaven.model;

import java.util.List;
import java.util.Optional;

/**
 * A service that the repository's flake builds.
 *
 * @param flake the directory of {@code flake.nix}, relative to the repository
 * @param lockfile whether there is a {@code flake.lock} beside it
 * @param packages the names that the flake's package for the service may have, the likeliest first;
 *     without such a package the build commands are run in the flake's development shell
 * @param program what those commands leave and how it is started; absent for pages
 * @param built what a build on the machine itself leaves, relative to the flake's directory
 * @param otherwise what is known of the service without the flake
 */
public record NixFacts(
        String flake,
        boolean lockfile,
        List<String> packages,
        Optional<Start> program,
        List<String> built,
        BuildFacts otherwise)
        implements BuildFacts {
    public NixFacts {
        packages = List.copyOf(packages);
        built = List.copyOf(built);
    }

    @Override
    public Optional<String> root() {
        return Optional.of(flake);
    }
}
