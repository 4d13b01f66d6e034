package io.github.fullstackmaven.host;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A site on this machine's loopback, asked under the name that it has for its visitors. Java's own
 * client neither says another {@code Host} than it connects to, nor sends a path as it is written,
 * nor begins a conversation that it does not go on with.
 */
public final class HttpSite {
    private static final int MOST_HEADERS = 200;
    private static final int LONGEST_LINE = 64 * 1024;
    private static final int LARGEST = 64 * 1024 * 1024;

    private final InetAddress address;
    private final int port;
    private final String host;
    private final Duration limit;
    private final Map<String, String> always;

    /**
     * Takes where it is.
     *
     * @param port where it listens
     * @param host what {@code Host} says
     * @param limit how long a whole answer may take
     * @param always headers of every request
     */
    public HttpSite(int port, String host, Duration limit, Map<String, String> always) {
        this(InetAddress.getLoopbackAddress(), port, host, limit, always);
    }

    /** Takes the same of a site on one of this machine's loopback addresses. */
    public HttpSite(
            InetAddress address,
            int port,
            String host,
            Duration limit,
            Map<String, String> always) {
        this.address = address;
        this.always = Map.copyOf(always);
        this.port = port;
        this.host = host;
        this.limit = limit;
    }

    /**
     * A request.
     *
     * @param method the method
     * @param target path and query, sent as they are
     * @param headers further headers
     */
    public record Request(String method, String target, Map<String, String> headers) {
        /** Asks for a path. */
        public static Request get(String target) {
            return new Request("GET", target, Map.of());
        }

        /** Returns the same request with another header. */
        public Request with(String name, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(name, value);
            return new Request(method, target, more);
        }

        @Override
        public String toString() {
            return method + " " + target;
        }
    }

    /** Returns the whole answer. Never throws for what the site does: see {@link Answer}. */
    public Answer ask(Request request) {
        return exchange(request.with("Connection", "close"), true);
    }

    /** Returns status and headers, and hangs up: for answers that go on. */
    public Answer begin(Request request) {
        return exchange(request, false);
    }

    private Answer exchange(Request request, boolean whole) {
        try (Socket socket = new Socket()) {
            Deadline deadline = new Deadline(socket, limit);
            socket.connect(new InetSocketAddress(address, port), (int) limit.toMillis());
            socket.getOutputStream().write(written(request));
            socket.getOutputStream().flush();
            InputStream in = new BufferedInputStream(deadline.watching(socket.getInputStream()));
            return answer(in, whole && !request.method().equals("HEAD"));
        } catch (SocketTimeoutException e) {
            return Answer.none("no answer within " + limit.toSeconds() + " s");
        } catch (IOException e) {
            return Answer.none(e.getMessage() == null ? "no answer" : e.getMessage());
        }
    }

    private byte[] written(Request request) {
        StringBuilder text = new StringBuilder();
        text.append(request.method() + " " + request.target() + " HTTP/1.1\r\n");
        text.append("Host: " + host + "\r\n");
        always.forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
        request.headers().forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
        if (request.method().equals("POST") || request.method().equals("PUT")) {
            text.append("Content-Length: 0\r\n");
        }
        return text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Answer answer(InputStream in, boolean withBody) throws IOException {
        String[] first = line(in).split(" ", 3);
        if (first.length < 2 || !first[0].startsWith("HTTP/") || !first[1].matches("[0-9]{3}")) {
            throw new IOException("what answered does not speak HTTP");
        }
        int status = Integer.parseInt(first[1]);
        Map<String, List<String>> headers = headers(in);
        Answer head = new Answer(status, headers, "", Optional.empty());
        if (!withBody || status < 200 || status == 204 || status == 304) {
            return head;
        }
        try {
            return new Answer(
                    status,
                    headers,
                    new String(body(in, head), StandardCharsets.UTF_8),
                    Optional.empty());
        } catch (IOException e) {
            String why = e.getMessage() == null ? "it broke off" : e.getMessage();
            return new Answer(status, headers, "", Optional.of("no whole answer: " + why));
        }
    }

    private static Map<String, List<String>> headers(InputStream in) throws IOException {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (int i = 0; i < MOST_HEADERS; i++) {
            String line = line(in);
            if (line.isEmpty()) {
                return headers;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.computeIfAbsent(
                                line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                                n -> new ArrayList<>())
                        .add(line.substring(colon + 1).strip());
            }
        }
        throw new IOException("more than " + MOST_HEADERS + " headers");
    }

    private static byte[] body(InputStream in, Answer head) throws IOException {
        if (head.header("transfer-encoding").equalsIgnoreCase("chunked")) {
            return chunks(in);
        }
        String length = head.header("content-length");
        if (length.matches("[0-9]{1,12}")) {
            return exactly(in, Long.parseLong(length));
        }
        byte[] bytes = in.readNBytes(LARGEST + 1);
        checkSize(bytes.length);
        return bytes;
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (true) {
            String size = line(in).split(";", 2)[0].strip();
            if (!size.matches("[0-9A-Fa-f]{1,8}")) {
                throw new IOException("a chunk of size '" + size + "'");
            }
            int length = Integer.parseUnsignedInt(size, 16);
            if (length == 0) {
                return all.toByteArray();
            }
            checkSize((length & 0xffffffffL) + all.size());
            all.write(exactly(in, length));
            line(in);
        }
    }

    private static byte[] exactly(InputStream in, long length) throws IOException {
        checkSize(length);
        byte[] bytes = in.readNBytes((int) length);
        if (bytes.length < length) {
            throw new EOFException("it ended after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    private static void checkSize(long length) throws IOException {
        if (length > LARGEST) {
            throw new IOException("more than 64 MiB");
        }
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("it hung up");
            }
            if (line.size() == LONGEST_LINE) {
                throw new IOException("a line without an end");
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** What sends a byte now and then may not take longer than what sends none. */
    private static final class Deadline {
        private final Socket socket;
        private final long end;

        Deadline(Socket socket, Duration limit) {
            this.socket = socket;
            this.end = System.nanoTime() + limit.toNanos();
        }

        InputStream watching(InputStream in) {
            return new InputStream() {
                @Override
                public int read() throws IOException {
                    setTimeout();
                    return in.read();
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    setTimeout();
                    return in.read(bytes, offset, length);
                }
            };
        }

        private void setTimeout() throws IOException {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new SocketTimeoutException();
            }
            socket.setSoTimeout((int) left);
        }
    }
}
