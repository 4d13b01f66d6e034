package io.github.fullstackmaven.model;

import java.util.Optional;

/**
 * A service that the repository's flake builds.
 *
 * @param flake the directory of {@code flake.nix}, relative to the repository
 * @param output the flake's package for the service; absent: the build commands are run in the
 *     flake's development shell
 * @param otherwise what is known of the service without the flake
 */
public record NixFacts(String flake, Optional<String> output, BuildFacts otherwise)
        implements BuildFacts {}
