package io.github.fullstackmaven.it.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A site on this machine, asked by address with its name in {@code Host}. */
public final class Site {
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final String host;
    private final InetSocketAddress address;

    /**
     * A site.
     *
     * @param host what {@code Host} says, with the port where a browser would send it
     * @param port where it listens on this machine
     */
    public Site(String host, int port) {
        this(host, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /**
     * A site on another machine.
     *
     * @param host what {@code Host} says, with the port where a browser would send it
     * @param address where it listens
     */
    public Site(String host, InetSocketAddress address) {
        this.host = host;
        this.address = address;
    }

    /** Asks for a path. */
    public Answer get(String path) {
        return send(request(path).build());
    }

    /** Sends a request with this method; with a body, where it is not empty, in JSON. */
    public Answer send(String method, String path, String json) {
        HttpRequest.Builder request = request(path);
        if (json.isEmpty()) {
            return send(request.method(method, HttpRequest.BodyPublishers.noBody()).build());
        }
        return send(
                request.header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(json))
                        .build());
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response =
                    client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.headers(),
                    new String(response.body(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        String server = address.getAddress().getHostAddress() + ":" + address.getPort();
        String uri = URI.create("http://" + server + path).toASCIIString();
        return HttpRequest.newBuilder(URI.create(uri))
                .header("Host", host)
                .timeout(Duration.ofSeconds(30));
    }
}
