package io.github.fullstackmaven.stages;

/**
 * A directory that survives from build to build and is in no layer.
 *
 * @param id what the builder knows it by; the same for all applications of a machine
 * @param target the directory inside the stage
 * @param sharing {@code locked}: one step at a time, {@code shared}: the tool itself sees to it
 */
public record CacheMount(String id, String target, String sharing) {
    /** A cache that one step uses at a time. */
    public CacheMount(String id, String target) {
        this(id, target, "locked");
    }
}
