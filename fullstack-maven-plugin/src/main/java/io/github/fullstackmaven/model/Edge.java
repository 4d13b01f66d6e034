package io.github.fullstackmaven.model;

/**
 * How the application is reached from outside.
 *
 * @param managed whether the shared edge stands in front; otherwise the unit publishes {@code
 *     httpPort} itself
 * @param httpPort the port for HTTP on the host, 1 to 65535
 * @param httpsPort the port for HTTPS on the host, 1 to 65535
 * @param host the host, as a browser names it where there is no domain
 */
public record Edge(boolean managed, int httpPort, int httpsPort, String host) {
    /** On the machine that one works at. */
    public Edge(boolean managed, int httpPort, int httpsPort) {
        this(managed, httpPort, httpsPort, "localhost");
    }

    /** Returns the same on another machine. */
    Edge on(String other) {
        return new Edge(managed, httpPort, httpsPort, other);
    }
}
