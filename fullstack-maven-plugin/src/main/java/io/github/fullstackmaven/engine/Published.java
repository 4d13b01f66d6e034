package io.github.fullstackmaven.engine;

import java.util.Optional;

/**
 * A port of the host that leads into a container.
 *
 * @param address the address of the host that it is bound to; absent: all of them
 * @param hostPort the port of the host
 * @param containerPort the port in the container
 */
public record Published(Optional<String> address, int hostPort, int containerPort) {
    private static final String LOOPBACK = "127.0.0.1";

    /** Is reached from everywhere. */
    public Published(int hostPort, int containerPort) {
        this(Optional.empty(), hostPort, containerPort);
    }

    /** Is reached from the engine's own machine alone. */
    public static Published onLoopback(int hostPort, int containerPort) {
        return new Published(Optional.of(LOOPBACK), hostPort, containerPort);
    }

    /** Returns it as the engine's option takes it. */
    String option() {
        return address.map(a -> a + ":").orElse("") + hostPort + ":" + containerPort;
    }
}
