package io.github.fullstackmaven.it.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Asks a published port, with whatever Host a test wants. */
final class Http {
    private Http() {}

    /** Returns the whole answer: status line, headers, body. */
    static String get(InetSocketAddress address, String host, String path) {
        try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
            socket.setSoTimeout(10_000);
            return exchange(socket, host, path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String exchange(Socket socket, String host, String path) throws IOException {
        return send(
                socket,
                "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    }

    /** Sends a request as it is written and returns the whole answer. */
    static String send(InetSocketAddress address, String request) {
        try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
            socket.setSoTimeout(10_000);
            return send(socket, request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String send(Socket socket, String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        socket.getInputStream().transferTo(answer);
        return answer.toString(StandardCharsets.UTF_8);
    }
}
