package io.github.fullstackmaven.model;

/**
 * A service that a Dockerfile of its own builds; its directory is the build context.
 *
 * @param file the Dockerfile, relative to the repository
 */
public record DockerfileFacts(String file) implements BuildFacts {}
