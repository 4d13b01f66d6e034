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
                            // With its lock inside, Cargo sees to it.
                            new CacheMount(
                                    "fullstack-cargo-registry",
                                    "/usr/local/cargo/registry",
                                    "shared"),
                            new CacheMount(
                                    "fullstack-cargo-git", "/usr/local/cargo/git", "shared"));
            case GO ->
                    List.of(
                            // Go locks what is inside of them.
                            new CacheMount("fullstack-go-modules", "/go/pkg/mod", "shared"),
                            new CacheMount(
                                    "fullstack-go-build", "/root/.cache/go-build", "shared"));
            case NODE -> List.of(new CacheMount("fullstack-npm", "/root/.npm"));
            case PYTHON -> List.of(new CacheMount("fullstack-python", "/root/.cache"));
            default -> List.of();
        };
    }

    /**
     * Returns what has to be done once before an ecosystem's caches are mounted. Cargo's lock lies
     * beside what it guards: inside of it, one build waits for another's downloads, and not for all
     * that the other compiles.
     */
    static List<Step> prepared(Ecosystem ecosystem) {
        return ecosystem == Ecosystem.RUST
                ? List.of(
                        Step.Run.of(
                                ShellCommand.shell("mkdir -p /usr/local/cargo"),
                                ShellCommand.shell(
                                        "ln -sf registry/.package-cache"
                                                + " registry/.package-cache-mutate"
                                                + " /usr/local/cargo/")))
                : List.of();
    }

    /** Where Node.js keeps what it compiled of the programs that build; it sees to others there. */
    static final CacheMount COMPILED_SCRIPTS =
            new CacheMount("fullstack-node-compile", "/var/cache/node-compile", "shared");

    /** Returns the cache of a package manager of Node.js; none is inside {@code node_modules}. */
    static List<CacheMount> ofNode(String manager) {
        return switch (manager) {
            case "pnpm" -> List.of(new CacheMount("fullstack-pnpm", "/pnpm/store"));
            case "yarn" ->
                    List.of(
                            new CacheMount("fullstack-yarn", "/usr/local/share/.cache/yarn"),
                            new CacheMount("fullstack-yarn-berry", "/root/.yarn/berry/cache"));
            case "bun" -> List.of(new CacheMount("fullstack-bun", "/root/.bun/install/cache"));
            default -> of(Ecosystem.NODE);
        };
    }
}
