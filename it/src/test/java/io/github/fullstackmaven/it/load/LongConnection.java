package io.github.fullstackmaven.it.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A connection that is meant to last: server-sent events, or a web socket that is spoken into all
 * the time. Notes what it was answered, how much it heard, and when it heard the last.
 */
public final class LongConnection {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final Duration GAP = Duration.ofMillis(250);

    /** A text frame of four letters, masked with zeros. */
    private static final byte[] PING = {(byte) 0x81, (byte) 0x84, 0, 0, 0, 0, 'p', 'i', 'n', 'g'};

    private final Thread thread;
    private volatile String status = "";
    private volatile String end = "";
    private volatile Instant last = Instant.EPOCH;
    private final AtomicInteger heard = new AtomicInteger();

    private LongConnection(Task task) {
        this.thread = new Thread(() -> run(task), "long connection");
        thread.setDaemon(true);
        thread.start();
    }

    private interface Task {
        void run(LongConnection connection)
                throws IOException, InterruptedException, GeneralSecurityException;
    }

    /** Opens a connection. */
    public interface Line {
        Socket open() throws IOException, GeneralSecurityException;
    }

    /** Listens to server-sent events. */
    public static LongConnection events(String host, int port, String path) {
        return events(host, here(port), path);
    }

    /** The same at a port of another machine. */
    public static LongConnection events(String host, InetSocketAddress address, String path) {
        return new LongConnection(
                connection -> {
                    try (Socket socket = open(address)) {
                        ask(socket, host, path, "Accept: text/event-stream\r\n");
                        connection.listen(socket.getInputStream());
                    }
                });
    }

    /** Sends a word over a web socket, again and again, and waits for its echo each time. */
    public static LongConnection webSocket(String host, int port, String path) {
        return webSocket(host, here(port), path);
    }

    /** The same at a port of another machine. */
    public static LongConnection webSocket(String host, InetSocketAddress address, String path) {
        return webSocket(() -> open(address), host, path);
    }

    /** The same over any line: one with TLS, for example. */
    public static LongConnection webSocket(Line line, String host, String path) {
        return new LongConnection(
                connection -> {
                    try (Socket socket = line.open()) {
                        socket.setSoTimeout(PATIENCE_MILLIS);
                        ask(
                                socket,
                                host,
                                path,
                                "Upgrade: websocket\r\nConnection: Upgrade\r\n"
                                        + "Sec-WebSocket-Version: 13\r\n"
                                        + "Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n");
                        connection.talk(socket.getInputStream(), socket.getOutputStream());
                    }
                });
    }

    /** Returns the first line of the answer. */
    public String status() {
        return status;
    }

    /** Returns how many events or echoes came. */
    public int heard() {
        return heard.get();
    }

    /** Returns when the last event or echo came. */
    public Instant last() {
        return last;
    }

    /** Returns how it ended; empty as long as it lasts. */
    public String end() {
        return end;
    }

    /** Waits until it has ended. */
    public void await() throws InterruptedException {
        thread.join(Duration.ofMinutes(2).toMillis());
    }

    private static InetSocketAddress here(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private static Socket open(InetSocketAddress address) throws IOException {
        Socket socket = new Socket(address.getAddress(), address.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static void ask(Socket socket, String host, String path, String headers)
            throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    private void run(Task task) {
        try {
            task.run(this);
            end = "closed";
        } catch (IOException | GeneralSecurityException e) {
            end = e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen(InputStream raw) throws IOException {
        InputStream in = new BufferedInputStream(raw);
        status = line(in);
        for (String line = line(in); line != null; line = line(in)) {
            if (line.startsWith("data:")) {
                hear();
            }
        }
    }

    private void talk(InputStream in, OutputStream out) throws IOException, InterruptedException {
        status = line(in);
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            // The rest of the handshake.
        }
        out.write(PING);
        while (in.readNBytes(6).length == 6) {
            hear();
            Thread.sleep(GAP.toMillis());
            out.write(PING);
        }
    }

    private void hear() {
        heard.incrementAndGet();
        last = Instant.now();
    }

    /** Returns a line, or null when there is no more. */
    private static String line(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        int next = in.read();
        if (next < 0) {
            return null;
        }
        for (; next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                text.append((char) next);
            }
        }
        return text.toString();
    }
}
