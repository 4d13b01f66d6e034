package io.github.fullstackmaven.model;

/**
 * How the application is reached from outside.
 *
 * @param managed whether the shared edge stands in front; otherwise the unit publishes {@code
 *     httpPort} itself
 * @param httpPort the port for HTTP on the host, 1 to 65535
 * @param httpsPort the port for HTTPS on the host, 1 to 65535
 */
public record Edge(boolean managed, int httpPort, int httpsPort) {}
