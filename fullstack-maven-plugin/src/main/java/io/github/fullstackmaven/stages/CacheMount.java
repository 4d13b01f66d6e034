package io.github.fullstackmaven.stages;

/**
 * A directory that survives from build to build and is in no layer.
 *
 * @param id what the builder knows it by; the same for all applications of a machine
 * @param target the directory inside the stage
 */
public record CacheMount(String id, String target) {}
