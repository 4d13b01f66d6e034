package io.github.fullstackmaven.build;

/**
 * An image that a release can be made of.
 *
 * @param role the container that it is for: {@code app}, {@code gateway}, or a process's name
 * @param name {@code name:tag}
 * @param id {@code sha256:…}
 * @param sizeBytes the size that the engine tells
 * @param reused whether it was there already, made from the same files
 */
public record BuiltImage(String role, String name, String id, long sizeBytes, boolean reused) {}
