package io.github.fullstackmaven.detect.evidence;

/**
 * A variable from which the configuration of a dev server takes where it hands requests on to.
 *
 * @param name its name
 * @param portAlone whether it holds the port, and not the whole address
 */
public record TargetVariable(String name, boolean portAlone) {
    /** Returns what it has to hold for a port of this machine. */
    public String value(int port) {
        return portAlone ? String.valueOf(port) : "http://localhost:" + port;
    }
}
