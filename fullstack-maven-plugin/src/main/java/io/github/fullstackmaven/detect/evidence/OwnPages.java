package io.github.fullstackmaven.detect.evidence;

/**
 * Pages that one package builds beside the process that it starts.
 *
 * @param framework what builds them
 * @param output where they are left, relative to the package
 * @param served whether the process itself serves them, so that it answers {@code /}
 */
public record OwnPages(String framework, String output, boolean served) {}
