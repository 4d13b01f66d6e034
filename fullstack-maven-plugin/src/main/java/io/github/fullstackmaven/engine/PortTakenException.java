package io.github.fullstackmaven.engine;

/** A container could not start because a port of the host cannot be had. */
public final class PortTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why a port cannot be had. */
    public enum Reason {
        /** It belongs to somebody else. */
        TAKEN,
        /** An engine without root's rights may not publish it. */
        PRIVILEGED
    }

    private final int port;
    private final Reason reason;

    /**
     * Takes what is known.
     *
     * @param port the port, or 0 when the engine did not name it
     * @param reason why it cannot be had
     * @param message what the engine says
     */
    public PortTakenException(int port, Reason reason, String message) {
        super(message);
        this.port = port;
        this.reason = reason;
    }

    /** Returns the port, or 0 when the engine did not name it. */
    public int port() {
        return port;
    }

    /** Returns why it cannot be had. */
    public Reason reason() {
        return reason;
    }
}
