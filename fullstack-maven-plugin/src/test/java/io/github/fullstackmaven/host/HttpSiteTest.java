package io.github.fullstackmaven.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.host.HttpSite.Request;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSiteTest {
    private final CompletableFuture<String> heard = new CompletableFuture<>();
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void saysTheNameOfTheSiteAndThePathAsItIsWritten() {
        answering("HTTP/1.1 204 No Content\r\n\r\n", true);

        Answer answer = site(5000).ask(Request.get("/../a%2Fb").with("X-A", "b"));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(heard.join())
                .startsWith("GET /../a%2Fb HTTP/1.1\r\nHost: shop.test:81\r\nX-Always: 1\r\n")
                .contains("X-A: b\r\n");
    }

    @Test
    void putsChunksTogetherAndKeepsHeadersThatComeTwice() {
        answering(
                "HTTP/1.1 200 OK\r\nContent-Type: Text/HTML; charset=utf-8\r\nVia: a\r\nvia: b\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\n\r\n",
                true);

        Answer answer = site(5000).ask(Request.get("/"));

        assertThat(answer.text()).isEqualTo("hello");
        assertThat(answer.type()).isEqualTo("text/html");
        assertThat(answer.header("Via")).isEqualTo("a, b");
    }

    @Test
    void anAnswerThatBreaksOffIsNotAWholeOne() {
        answering("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello", true);

        Answer answer = site(5000).ask(Request.get("/"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.problem()).hasValueSatisfying(p -> assertThat(p).contains("5 of 10"));
    }

    @Test
    void whatGoesOnForEverIsLeftWhenItHasBegun() {
        answering("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: 1\n\n", false);

        assertThat(site(5000).begin(Request.get("/")).type()).isEqualTo("text/event-stream");
    }

    @Test
    void whoNeverAnswersIsNotWaitedForForEver() {
        answering("HTTP/1.1 200 OK\r\n", false);

        Answer answer = site(100).ask(Request.get("/"));

        assertThat(answer.status()).isZero();
        assertThat(answer.summary()).contains("no answer within");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH\r\n",
                "",
                "HTTP/1.1 abc\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n"
            })
    void whatIsNoAnswerIsToldAsOne(String bytes) {
        answering(bytes, true);

        assertThat(site(5000).ask(Request.get("/")).problem()).isPresent();
    }

    @Test
    void whereNobodyListensThereIsNoAnswer() throws IOException {
        HttpSite site = site(1000);
        server.close();

        assertThat(site.ask(Request.get("/")).status()).isZero();
    }

    private HttpSite site(int millis) {
        return new HttpSite(
                server.getLocalPort(),
                "shop.test:81",
                Duration.ofMillis(millis),
                Map.of("X-Always", "1"));
    }

    /** Answers one request. */
    private void answering(String bytes, boolean hangUp) {
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                Socket socket = server.accept();
                                heard.complete(head(socket.getInputStream()));
                                socket.getOutputStream()
                                        .write(bytes.getBytes(StandardCharsets.UTF_8));
                                socket.getOutputStream().flush();
                                if (hangUp) {
                                    socket.close();
                                }
                            } catch (IOException e) {
                                heard.completeExceptionally(e);
                            }
                        });
        thread.setDaemon(true);
        thread.start();
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.append((char) next);
            if (head.toString().endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString();
    }
}
