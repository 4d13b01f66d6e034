package io.github.fullstackmaven.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;

/** Ports of this machine. */
public final class LocalPort {
    private static final List<byte[]> LOOPBACK =
            List.of(
                    new byte[] {127, 0, 0, 1},
                    new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});

    private static final int CONNECT_MILLIS = 500;

    private LocalPort() {}

    /** Returns a port of the loopback address that nobody has at the moment. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns true when nobody listens on a port, under whatever address of this machine. */
    public static boolean isFree(int port) {
        if (answering(port).isPresent()) {
            return false;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** Returns the loopback address on which somebody takes connections; of both the older one. */
    public static Optional<InetAddress> answering(int port) {
        for (byte[] address : LOOPBACK) {
            try (Socket socket = new Socket()) {
                InetAddress one = InetAddress.getByAddress(address);
                socket.connect(new InetSocketAddress(one, port), CONNECT_MILLIS);
                return Optional.of(one);
            } catch (IOException nobody) {
                // Then perhaps on the other one.
            }
        }
        return Optional.empty();
    }
}
