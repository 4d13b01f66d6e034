package io.github.fullstackmaven.model;

/**
 * Why the detector thinks so.
 *
 * @param file the file, relative to the repository
 * @param rule the rule's id, {@code ecosystem.rule}
 */
public record Evidence(String file, String rule) {}
