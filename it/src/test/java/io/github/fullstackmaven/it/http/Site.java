package io.github.fullstackmaven.it.http;

import java.io.IOException;
import java.io.UncheckedIOException;
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
    private final int port;

    /**
     * A site.
     *
     * @param host what {@code Host} says, with the port where a browser would send it
     * @param port where it listens on this machine
     */
    public Site(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /** Asks for a path. */
    public Answer get(String path) {
        try {
            HttpResponse<byte[]> response =
                    client.send(request(path), HttpResponse.BodyHandlers.ofByteArray());
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

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Host", host)
                .timeout(Duration.ofSeconds(30))
                .build();
    }
}
