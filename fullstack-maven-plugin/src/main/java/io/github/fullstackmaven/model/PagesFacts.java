package io.github.fullstackmaven.model;

/** Pages that are served as they are in the repository; nothing is built. */
public record PagesFacts() implements BuildFacts {}
