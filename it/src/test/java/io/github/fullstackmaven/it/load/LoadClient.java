package io.github.fullstackmaven.it.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends POST requests and counts what comes back. Some clients keep their connection, as browsers
 * and proxies do; others open one for each request. Nothing is sent twice: a request that gets no
 * answer is lost, whatever the reason.
 */
public final class LoadClient implements AutoCloseable {
    private static final int LIMIT_MILLIS = 15_000;

    private final String host;
    private final InetSocketAddress address;
    private final String path;
    private final String body;
    private final Duration pause;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicLong answered = new AtomicLong();
    private final Map<String, AtomicLong> failures = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    private LoadClient(
            String host, InetSocketAddress address, String path, String body, Duration pause) {
        this.host = host;
        this.address = address;
        this.path = path;
        this.body = body;
        this.pause = pause;
    }

    /**
     * What came back.
     *
     * @param answered how many requests got a 200
     * @param failures how many did not, by what happened instead
     */
    public record Report(long answered, Map<String, Long> failures) {
        public Report {
            failures = Collections.unmodifiableMap(new TreeMap<>(failures));
        }

        /** Returns how many requests did not get a 200. */
        public long lost() {
            return failures.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Starts 25 clients that keep their connection and 8 that do not. */
    public static LoadClient start(String host, int port, String path) {
        return start(host, port, path, "{\"text\":\"load\"}");
    }

    /** Starts as many clients, which send this JSON. */
    public static LoadClient start(String host, int port, String path, String body) {
        return start(
                host, new InetSocketAddress(InetAddress.getLoopbackAddress(), port), path, body);
    }

    /** Starts as many clients against a port of another machine. */
    public static LoadClient start(
            String host, InetSocketAddress address, String path, String body) {
        return start(host, address, path, body, 25, 8);
    }

    /**
     * Starts as many that pause between one request and the next, each for itself. Their
     * connections are idle at times, which are the times to lose a request, and what is tried
     * meanwhile does not have to share the processors with them.
     */
    public static LoadClient startPausing(
            Duration pause, String host, InetSocketAddress address, String path, String body) {
        return new LoadClient(host, address, path, body, pause).with(25, 8);
    }

    /** Starts some that keep their connection and some that do not, and never pause. */
    public static LoadClient start(
            String host,
            InetSocketAddress address,
            String path,
            String body,
            int keepAlive,
            int newConnection) {
        return new LoadClient(host, address, path, body, Duration.ZERO)
                .with(keepAlive, newConnection);
    }

    private LoadClient with(int keepAlive, int newConnection) {
        for (int i = 0; i < keepAlive; i++) {
            launch("keep-alive-" + i, this::keepAlive);
        }
        for (int i = 0; i < newConnection; i++) {
            launch("new-connection-" + i, this::newConnection);
        }
        return this;
    }

    /** Lets every request that is under way end, and says what came back. */
    public Report stop() {
        stopping = true;
        for (Thread thread : threads) {
            try {
                thread.join(Duration.ofMillis(2L * LIMIT_MILLIS).toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        Map<String, Long> counts = new TreeMap<>();
        failures.forEach((kind, count) -> counts.put(kind, count.get()));
        return new Report(answered.get(), counts);
    }

    @Override
    public void close() {
        stop();
    }

    private void launch(String name, Runnable body) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
    }

    private void keepAlive() {
        while (!stopping) {
            try (Socket socket = connect()) {
                InputStream in = new BufferedInputStream(socket.getInputStream());
                boolean open = true;
                while (!stopping && open) {
                    open = exchange(socket, in, "keep-alive");
                    rest();
                }
            } catch (IOException e) {
                count("connect: " + e.getClass().getSimpleName());
            }
        }
    }

    private void newConnection() {
        while (!stopping) {
            try (Socket socket = connect()) {
                exchange(socket, new BufferedInputStream(socket.getInputStream()), "close");
            } catch (IOException e) {
                count("connect: " + e.getClass().getSimpleName());
            }
            rest();
        }
    }

    private void rest() {
        if (pause.isZero()) {
            return;
        }
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(LIMIT_MILLIS);
        socket.setTcpNoDelay(true);
        socket.connect(address, LIMIT_MILLIS);
        return socket;
    }

    /** Sends one request and reads its answer; returns whether another may follow. */
    private boolean exchange(Socket socket, InputStream in, String connection) {
        try {
            String request =
                    "POST "
                            + path
                            + " HTTP/1.1\r\nHost: "
                            + host
                            + "\r\nContent-Type: application/json\r\nContent-Length: "
                            + body.length()
                            + "\r\nConnection: "
                            + connection
                            + "\r\n\r\n"
                            + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            Answer answer = read(in);
            if (answer.status() == 200) {
                answered.incrementAndGet();
            } else {
                count("status " + answer.status());
            }
            return answer.keepAlive();
        } catch (IOException e) {
            count(connection + ": " + e.getClass().getSimpleName() + " " + e.getMessage());
            return false;
        }
    }

    private record Answer(int status, boolean keepAlive) {}

    private static Answer read(InputStream in) throws IOException {
        String status = line(in);
        int length = -1;
        boolean keepAlive = true;
        boolean chunked = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            } else if (lower.startsWith("connection:")) {
                keepAlive = !lower.contains("close");
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            }
        }
        if (chunked) {
            for (int size = chunk(in); size > 0; size = chunk(in)) {
                in.skipNBytes(size + 2L);
            }
            line(in);
        } else {
            in.skipNBytes(Math.max(length, 0));
        }
        return new Answer(Integer.parseInt(status.split(" ", 3)[1]), keepAlive);
    }

    private static int chunk(InputStream in) throws IOException {
        return Integer.parseInt(line(in).strip(), 16);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the connection ended after " + text.length() + " bytes");
            }
            if (next != '\r') {
                text.append((char) next);
            }
        }
        return text.toString();
    }

    private void count(String kind) {
        failures.computeIfAbsent(kind, k -> new AtomicLong()).incrementAndGet();
    }
}
