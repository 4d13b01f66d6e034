package io.github.fullstackmaven.it.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A port that somebody has who is no container. */
public final class TakenPort implements AutoCloseable {
    private final int port;
    private final AutoCloseable holder;

    private TakenPort(int port, AutoCloseable holder) {
        this.port = port;
        this.holder = holder;
    }

    static TakenPort here(int port) {
        try {
            return new TakenPort(port, new ServerSocket(port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TakenPort inCell(String pid, int port) {
        try {
            Process process =
                    new ProcessBuilder(
                                    "nsenter",
                                    "--target",
                                    pid,
                                    "--net",
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-cp",
                                    home(),
                                    TakenPort.class.getName(),
                                    String.valueOf(port))
                            .start();
            if (process.getInputStream().read() != '+') {
                throw new IllegalStateException(
                        new String(
                                process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
            }
            return new TakenPort(port, () -> process.destroyForcibly().waitFor());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A test runner need not have told Java of the tests. */
    private static String home() {
        try {
            return Path.of(
                            TakenPort.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Holds the port that is named until it is killed; says so by a plus. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (ServerSocket socket = new ServerSocket(Integer.parseInt(arguments[0]))) {
            System.out.print(socket.isBound() ? "+" : "-");
            System.out.flush();
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    /** Returns its number. */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        try {
            holder.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
