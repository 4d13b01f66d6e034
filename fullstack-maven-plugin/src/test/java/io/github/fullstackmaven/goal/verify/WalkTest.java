package io.github.fullstackmaven.goal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.fullstackmaven.host.HttpSite;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WalkTest {
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        at("/", 404, "text/html", "nowhere");
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void everythingThatPagesLoadIsThere() {
        at(
                "/index",
                200,
                "text/html",
                "<link rel=stylesheet href=/a.css><script src=/a.js></script><a href=/more>more</a>"
                        + "<a href=/api/report>no page</a>");
        at("/more", 200, "text/html", "<img src=/i.png>");
        at("/a.css", 200, "text/css", "a{src:url(/f.woff2)}");
        at("/a.js", 200, "text/javascript", "x");
        at("/f.woff2", 200, "font/woff2", "x");
        at("/i.png", 200, "image/png", "x");

        assertThat(walked()).allMatch(v -> v.checkup().isWell());
        assertThat(walked().get(0).checkup().detail()).startsWith("4 files of 2 pages");
    }

    @Test
    void aScriptThatIsAPageAndAFontThatIsMissingAreNamed() {
        at(
                "/index",
                200,
                "text/html",
                "<link rel=stylesheet href=/a.css><script src=/a.js></script>");
        at("/a.css", 200, "text/css", "a{src:url(/f.woff2)}");
        at("/a.js", 200, "text/html", "<p>the start page</p>");

        assertThat(problems())
                .anyMatch(p -> p.startsWith("FS-VERIFY-030 /a.js: 200 text/html"))
                .anyMatch(p -> p.startsWith("FS-VERIFY-030 /f.woff2: 404"));
    }

    @Test
    void aLinkToNowhereAndOneToAnotherOriginAreNamed() {
        at("/index", 200, "text/html", "<a href=/nowhere>a</a><a href=/away>b</a>");
        server.createContext(
                "/away",
                exchange -> {
                    exchange.getResponseHeaders().add("Location", "http://localhost:3000/login");
                    exchange.sendResponseHeaders(302, -1);
                    exchange.close();
                });

        assertThat(problems())
                .anyMatch(p -> p.startsWith("FS-VERIFY-031 a link leads to /nowhere"))
                .anyMatch(p -> p.startsWith("FS-VERIFY-032 /away leads to another origin"));
    }

    @Test
    void aCircleOfRedirectsEnds() {
        server.createContext(
                "/index",
                exchange -> {
                    exchange.getResponseHeaders().add("Location", "/index");
                    exchange.sendResponseHeaders(302, -1);
                    exchange.close();
                });

        assertThat(walked()).allMatch(v -> v.checkup().isWell());
    }

    @Test
    void whatThePolicyBlocksIsNamed() {
        server.createContext(
                "/index",
                exchange -> {
                    exchange.getResponseHeaders().add("Content-Type", "text/html");
                    exchange.getResponseHeaders()
                            .add("Content-Security-Policy", "default-src 'self'");
                    byte[] page = "<script>x()</script>".getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, page.length);
                    exchange.getResponseBody().write(page);
                    exchange.close();
                });

        assertThat(problems())
                .anyMatch(p -> p.startsWith("FS-VERIFY-018 /index: script-src blocks"));
    }

    private List<String> problems() {
        return walked().stream().flatMap(v -> v.problem().stream()).map(Finding::toString).toList();
    }

    private List<Verdict> walked() {
        int port = server.getAddress().getPort();
        URI origin = URI.create("http://shop.test:" + port);
        HttpSite site =
                new HttpSite(port, origin.getRawAuthority(), Duration.ofSeconds(5), Map.of());
        return new Walk(site, origin, p -> p.startsWith("/api"), () -> {}, "/index").verdicts();
    }

    private void at(String path, int status, String type, String body) {
        server.createContext(
                path,
                exchange -> {
                    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", type);
                    exchange.sendResponseHeaders(status, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
    }
}
