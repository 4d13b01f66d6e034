package io.github.fullstackmaven.stages;

import io.github.fullstackmaven.model.Ecosystem;
import java.util.List;

/** The download caches of each ecosystem. */
final class Caches {
    private Caches() {}

    /** Returns the caches of an ecosystem; empty where none is known. */
    static List<CacheMount> of(Ecosystem ecosystem) {
        return switch (ecosystem) {
            case RUST ->
                    List.of(
                            new CacheMount("fullstack-cargo-registry", "/usr/local/cargo/registry"),
                            new CacheMount("fullstack-cargo-git", "/usr/local/cargo/git"));
            case GO ->
                    List.of(
                            new CacheMount("fullstack-go-modules", "/go/pkg/mod"),
                            new CacheMount("fullstack-go-build", "/root/.cache/go-build"));
            case NODE -> List.of(new CacheMount("fullstack-npm", "/root/.npm"));
            default -> List.of();
        };
    }
}
