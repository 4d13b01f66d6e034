package io.github.fullstackmaven.goal.dev;

/**
 * What is done once before anything is started: an installation, a first build.
 *
 * @param service whose it is
 * @param directory where, relative to the repository
 * @param line the line for a shell
 */
public record Step(String service, String directory, String line) {}
