package io.github.fullstackmaven.model;

/**
 * The version of a tool that a service is built with.
 *
 * @param tool {@code rust}, {@code node}, …
 * @param value the version, as precise as its source says
 * @param source the file it was read from, or {@code default}
 */
public record ToolVersion(String tool, String value, String source) {}
