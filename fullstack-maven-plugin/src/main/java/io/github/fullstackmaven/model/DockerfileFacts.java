package io.github.fullstackmaven.model;

import java.util.Optional;

/**
 * A service that a Dockerfile of its own builds.
 *
 * @param file the Dockerfile, relative to the repository
 * @param context the directory that its build reads, relative to the repository
 * @param directory where its image starts the program; absent when only its base image says that
 */
public record DockerfileFacts(String file, String context, Optional<String> directory)
        implements BuildFacts {}
