package io.github.fullstackmaven.engine;

/** A container could not start because a port of the host belongs to somebody else. */
public final class PortTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int port;

    PortTakenException(int port, String message) {
        super(message);
        this.port = port;
    }

    /** Returns the port, or 0 when the engine did not name it. */
    public int port() {
        return port;
    }
}
