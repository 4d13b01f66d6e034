package io.github.fullstackmaven.model;

/**
 * What part of the URL space a service answers.
 *
 * @param path the prefix, {@code /api}, or {@code /} for a front end; no trailing slash
 * @param service the service's name
 * @param stripPrefix whether the prefix is taken off before the service sees the request
 * @param source where that was read
 */
public record Route(String path, String service, boolean stripPrefix, String source) {}
