package io.github.fullstackmaven.it.deployment;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** Ports that nobody listens on, below those that the system gives to outgoing connections. */
public final class FreePorts {
    private static final AtomicInteger NEXT =
            new AtomicInteger(20_000 + (int) (ProcessHandle.current().pid() % 5_000));

    private FreePorts() {}

    /** Returns a port; no port twice. */
    public static int next() {
        while (true) {
            int port = NEXT.getAndIncrement();
            if (isFree(port)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
