package io.github.fullstackmaven.model;

/**
 * Where a service says that it is well.
 *
 * @param path the absolute path, {@code /health}
 * @param source the file and line it was read from, or who set it
 */
public record Health(String path, String source) {}
