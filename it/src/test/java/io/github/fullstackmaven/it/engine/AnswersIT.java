package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fullstackmaven.deploy.Outcome;
import io.github.fullstackmaven.deploy.Target;
import io.github.fullstackmaven.engine.ExecResult;
import io.github.fullstackmaven.it.http.Answer;
import io.github.fullstackmaven.it.load.LongConnection;
import io.github.fullstackmaven.it.tls.TestCertificate;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Layout;
import io.github.fullstackmaven.model.RequestLimits;
import io.github.fullstackmaven.model.Tls;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What edge and gateway answer together: status and headers of every kind of request, over HTTP,
 * HTTPS and HTTP/2.
 */
class AnswersIT extends SharedEdge {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration READY = Duration.ofSeconds(60);
    private static final Duration DRAIN = Duration.ofSeconds(2);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String MIRROR = "/api/mirror";

    private static final Map<String, String> ANY =
            Map.of(
                    "x-content-type-options", "nosniff",
                    "referrer-policy", "strict-origin-when-cross-origin",
                    "cross-origin-opener-policy", "same-origin",
                    "permissions-policy",
                            "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
                    "server", "nginx");
    private static final Map<String, String> PAGE =
            and(
                    ANY,
                    "content-type",
                    "text/html; charset=utf-8",
                    "x-frame-options",
                    "DENY",
                    "cache-control",
                    "no-cache");
    private static final Map<String, String> FILE =
            and(
                    ANY,
                    "x-frame-options",
                    "",
                    "content-security-policy",
                    "default-src 'none'; frame-ancestors 'none'",
                    "cache-control",
                    "no-cache");
    private static final Map<String, String> FOREVER =
            and(
                    FILE,
                    "content-type",
                    "text/javascript; charset=utf-8",
                    "cache-control",
                    "public, max-age=31536000, immutable");
    private static final Map<String, String> ERROR = and(PAGE, "cache-control", "no-store");
    private static final Map<String, String> OWN =
            Map.of(
                    "content-type", "application/json",
                    "x-content-type-options", "nosniff",
                    "referrer-policy", "",
                    "x-frame-options", "",
                    "server", "nginx");
    private static final Map<String, String> FAILED =
            Map.of(
                    "content-type", "application/json",
                    "x-content-type-options", "nosniff",
                    "cache-control", "no-store",
                    "server", "nginx");

    /** Says that it heard each event: without that, the next one does not come. */
    private static final String LISTENS =
            "ask() { curl -skN $0 --max-time 40 --resolve shop.test:8443:127.0.0.1"
                    + " https://shop.test:8443/api/$1; };"
                    + " ask events/of$0/3 | while read -r kind word; do"
                    + " [ \"$kind\" = data: ] || continue; echo \"$word\"; ask heard/of$0/$word;"
                    + " done";

    private final List<String> wrong = new ArrayList<>();

    @Test
    void everyKindOfRequestHasItsAnswerOverEveryProtocol() throws Exception {
        PagesApplication secure = new PagesApplication(shop);
        PagesApplication plain =
                new PagesApplication(neighbour("plain", Optional.of("plain.test")));
        Application closed = live(secure, Optional.of(certificate()), RequestLimits.DEFAULT);
        RequestLimits tight = new RequestLimits(OptionalInt.of(1), "1k", Duration.ofMinutes(1));
        live(plain, Optional.empty(), tight);
        Exchange large = Exchange.of("POST", MIRROR, 413).sending("Content-Length: 1025");
        check("a body over the limit that was asked for", http(large), large);

        Exchange script = Exchange.of("GET", PagesApplication.SCRIPT, 200);
        // Two images, which may have been made at different times.
        List<Exchange> unencrypted = table(http(script).header("etag"));
        List<Exchange> rows = table(https(script).header("etag"));
        List<Answer> multiplexed = http2(rows, "/dev/null");
        for (Exchange row : rows) {
            Exchange withTls = row.has("strict-transport-security", "max-age=300");
            if (!row.path().startsWith("/api/")) {
                Exchange same = unencrypted.get(rows.indexOf(row));
                check("HTTP", http(same), same.has("strict-transport-security", ""));
            }
            check("HTTPS", https(row), withTls);
            check("HTTP/2", multiplexed.get(rows.indexOf(row)), withTls);
        }
        for (Exchange row : oldProtocolAlone()) {
            check("HTTP", http(row), row);
            check("HTTPS", https(row), row);
        }
        notModified();
        bodies();
        forwarded();
        conversations();

        check(
                "more than one a second",
                refused(),
                Exchange.of("GET", MIRROR, 429).has(and(FAILED, "retry-after", "1")));
        engine.stop(unitOf(closed, "-api"), Duration.ofSeconds(5));
        Exchange page = Exchange.of("GET", "/", 200).has(PAGE);
        check("back end away", https(page), page);
        // Nobody there, or nobody that answers: that is up to the network.
        Answer away = https(Exchange.of("GET", "/api/status/200", 503));
        assertThat(away.status()).isIn(503, 504);
        check(
                "back end away",
                away,
                Exchange.of("GET", "/api/status/200", away.status()).has(FAILED));
        assertThat(wrong).isEmpty();
    }

    private static List<Exchange> table(String etag) {
        List<Exchange> rows = new ArrayList<>();
        rows.add(Exchange.of("GET", "/", 200).has(PAGE));
        rows.add(Exchange.of("HEAD", "/", 200).has(PAGE));
        rows.add(Exchange.of("GET", "/deep/link?q=1", 200).has(PAGE));
        rows.add(Exchange.of("GET", "/deep/%2e%2e/link%2f", 200).has(PAGE));
        rows.add(Exchange.of("GET", "/docs", 200).has(PAGE));
        rows.add(Exchange.of("GET", "/docs/", 200).has(PAGE));
        rows.add(Exchange.of("GET", "//evil.test/..", 200).has(PAGE).has("location", ""));
        rows.add(
                Exchange.of("GET", "/robots.txt", 200)
                        .has(and(FILE, "content-type", "text/plain; charset=utf-8")));

        String script = PagesApplication.SCRIPT;
        String length = String.valueOf(PagesApplication.script().length());
        Map<String, String> whole =
                and(
                        FOREVER,
                        "content-length",
                        length,
                        "content-encoding",
                        "",
                        "vary",
                        "Accept-Encoding");
        rows.add(Exchange.of("GET", script, 200).has(whole));
        rows.add(Exchange.of("HEAD", script, 200).has(whole));
        rows.add(
                Exchange.of("GET", script, 200)
                        .sending("Accept-Encoding: gzip")
                        .has(and(FOREVER, "content-encoding", "gzip", "vary", "Accept-Encoding")));
        rows.add(
                Exchange.of("GET", script, 206)
                        .sending("Range: bytes=0-9")
                        .has(
                                and(
                                        FOREVER,
                                        "content-length",
                                        "10",
                                        "content-range",
                                        "bytes 0-9/" + length)));
        rows.add(
                Exchange.of("GET", script, 416)
                        .sending("Range: bytes=99999-")
                        .has("content-range", "bytes */" + length)
                        // The headers of the file were there already; the last word counts.
                        .has("cache-control", FOREVER.get("cache-control") + " + no-store"));
        rows.add(
                Exchange.of("GET", script, 304)
                        .sending("If-None-Match: " + etag)
                        .has("cache-control", FOREVER.get("cache-control"))
                        .has("etag", etag));
        rows.add(
                Exchange.of("GET", script, 200)
                        .sending("Range: bytes=0-9")
                        .sending("If-Range: \"another\"")
                        .has(FOREVER));

        rows.add(Exchange.of("GET", "/assets/index-MISSING1.js", 404).has(ERROR));
        rows.add(Exchange.of("GET", "/missing.css", 404).has(ERROR));
        rows.add(Exchange.of("GET", "/.env", 404).has(ERROR));
        rows.add(Exchange.of("GET", "/.git/config", 404).has(ERROR));
        rows.add(Exchange.of("GET", "/.well-known/nothing", 404).has(ERROR));
        rows.add(Exchange.of("GET", "/%00", 400));
        rows.add(Exchange.of("GET", "/../../etc/passwd", 400));
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS")) {
            rows.add(Exchange.of(method, "/", 405).has(ERROR).has("allow", "GET, HEAD"));
            rows.add(Exchange.of(method, script, 405).has(ERROR).has("allow", "GET, HEAD"));
        }

        rows.add(
                Exchange.of("GET", MIRROR, 200)
                        .has(
                                and(
                                        OWN,
                                        "cache-control",
                                        "private, max-age=7",
                                        "content-security-policy",
                                        "default-src 'none'",
                                        "set-cookie",
                                        "a=1; HttpOnly + b=2; SameSite=Lax")));
        rows.add(Exchange.of("HEAD", MIRROR, 200).has(OWN));
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS")) {
            rows.add(Exchange.of(method, MIRROR, 200).has(OWN));
        }
        rows.add(Exchange.of("GET", "/api/nothing", 404).has(OWN));
        rows.add(Exchange.of("GET", "/api/status/401", 401).has(OWN));
        rows.add(Exchange.of("GET", "/api/status/500", 500).has(OWN));
        rows.add(Exchange.of("GET", "/api/status/502", 502).has(OWN));
        rows.add(Exchange.of("GET", "/api/status/503", 503).has(OWN));
        rows.add(Exchange.of("GET", "/api/status/405", 405).has(OWN));
        rows.add(
                Exchange.of("GET", "/api/status/204", 204)
                        .has("x-content-type-options", "nosniff"));
        rows.add(Exchange.of("GET", "/api/moved", 302).has("location", "/api/mirror?from=moved"));
        rows.add(
                Exchange.of("GET", "/api/large/5000", 200)
                        .sending("Accept-Encoding: gzip")
                        .has(Map.of("content-encoding", "", "content-length", "5000")));
        rows.add(Exchange.of("GET", "/api/kept", 200).has("etag", "\"7\""));
        rows.add(
                Exchange.of("GET", "/api/kept", 304)
                        .sending("If-None-Match: \"7\"")
                        .has("etag", "\"7\""));
        return rows;
    }

    /** What HTTP/2 has no words for, and curl does not send. */
    private static List<Exchange> oldProtocolAlone() {
        return List.of(
                Exchange.of("TRACE", "/", 405),
                Exchange.of("TRACE", MIRROR, 405),
                Exchange.of("GET", MIRROR, 400)
                        .sending("Content-Length: 3")
                        .sending("Transfer-Encoding: chunked"),
                Exchange.of("POST", MIRROR, 413)
                        .sending("Content-Length: 10485761")
                        .has("server", "nginx"),
                Exchange.of("GET", MIRROR, 400).sending("Host: other.test"));
    }

    /** A browser that has the page keeps it with the policy that came with it. */
    private void notModified() throws IOException, GeneralSecurityException {
        Exchange page = Exchange.of("GET", "/", 200).has(PAGE);
        String etag = https(page).header("etag");
        Exchange again =
                Exchange.of("GET", "/", 304)
                        .sending("If-None-Match: " + etag)
                        .has("etag", etag)
                        .has("content-security-policy", "")
                        .has("x-frame-options", "");
        check("a page that is there already", https(again), again);
    }

    /** Every byte of a body arrives, in both directions, whatever way it is sent. */
    private void bodies() throws IOException, GeneralSecurityException {
        String hello = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
        JsonNode chunked =
                JSON.readTree(
                        Exchange.read(
                                        Http.send(
                                                lab.at(shop.httpPort()),
                                                "POST /api/mirror HTTP/1.1\r\nHost: plain.test\r\n"
                                                        + "Connection: close\r\n"
                                                        + "Transfer-Encoding: chunked\r\n\r\n"
                                                        + "2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n"))
                                .body());
        assertThat(chunked.path("length").asInt()).isEqualTo(5);
        assertThat(chunked.path("sha256").asText()).isEqualTo(hello);
        Answer script = https(Exchange.of("GET", PagesApplication.SCRIPT, 200));
        assertThat(script.body()).isEqualTo(PagesApplication.script());
        Answer page = https(Exchange.of("GET", "/", 200));
        assertThat(https(Exchange.of("GET", "/deep/link", 200)).body()).isEqualTo(page.body());
        assertThat(https(Exchange.of("GET", "/docs", 200)).body()).contains("of one address");
        assertThat(https(Exchange.of("HEAD", "/", 200)).body()).isEmpty();
        assertThat(page.header("content-security-policy"))
                .startsWith("default-src 'self'")
                .doesNotContain("unsafe");
        Answer error = https(Exchange.of("GET", "/missing.css", 404));
        assertThat(error.body()).doesNotContainPattern("nginx/[0-9]");
        assertThat(https(Exchange.of("GET", "/.env", 404)).body())
                .doesNotContain("nobody may read");
        Answer large = https(Exchange.of("GET", "/api/large/3000000", 200));
        assertThat(large.body()).hasSize(3_000_000);
    }

    /** The back end hears about the client what the edge knows, and nothing of what it says. */
    private void forwarded() throws IOException, GeneralSecurityException {
        Exchange spoofed =
                Exchange.of("GET", "/api/mirror/a%2Fb?q=%20", 200)
                        .sending("X-Forwarded-For: 6.6.6.6")
                        .sending("X-Forwarded-Host: evil.test")
                        .sending("X-Forwarded-Port: 666")
                        .sending("X-Forwarded-Proto: gopher")
                        .sending("X-Real-IP: 6.6.6.6")
                        .sending("X-Request-ID: 666")
                        .sending("Forwarded: for=6.6.6.6;host=evil.test")
                        .sending("X-Forwarded-Prefix: /evil")
                        .sending("X-Original-URL: /evil")
                        .sending("Proxy: evil.test:1")
                        .sending("X-Of-The-Client: stays");
        String own = "shop.test:" + shop.httpsPort();
        for (Answer answer : List.of(https(spoofed), http2(List.of(spoofed), "-").get(0))) {
            JsonNode seen = JSON.readTree(answer.body());
            Map<String, String> headers = new HashMap<>();
            for (JsonNode header : seen.path("headers")) {
                assertThat(headers.put(header.get(0).asText(), header.get(1).asText()))
                        .as(header.toString())
                        .isNull();
            }
            assertThat(seen.path("path").asText()).isEqualTo("/api/mirror/a%2Fb?q=%20");
            assertThat(headers)
                    .containsEntry("host", own)
                    .containsEntry("x-forwarded-host", own)
                    .containsEntry("x-forwarded-port", String.valueOf(shop.httpsPort()))
                    .containsEntry("x-forwarded-proto", "https")
                    .containsEntry("x-of-the-client", "stays")
                    .containsEntry("x-real-ip", headers.get("x-forwarded-for"))
                    .doesNotContainKeys(
                            "forwarded", "x-forwarded-prefix", "x-original-url", "proxy");
            assertThat(headers.get("x-forwarded-for")).matches("[0-9a-f.:]+");
            assertThat(headers.get("x-request-id")).matches("[0-9a-f]{32}");
            assertThat(seen.toString()).doesNotContain("6.6.6.6", "evil");
        }
        Answer moved = https(Exchange.of("GET", "/api/moved-whole", 301));
        assertThat(moved.header("location")).isEqualTo("https://" + own + MIRROR);
    }

    /** A word of each kind of conversation arrives by itself, and not when something is full. */
    private void conversations() throws InterruptedException {
        assertThat(events("--http1.1")).isEqualTo("1\n2\n3");
        assertThat(events("--http2")).isEqualTo("1\n2\n3");
        String own = "shop.test:" + shop.httpsPort();
        for (LongConnection socket :
                List.of(
                        LongConnection.webSocket("plain.test", shop.httpPort(), "/api/echo"),
                        LongConnection.webSocket(
                                () -> https().connect("shop.test"), own, "/api/echo"))) {
            for (int i = 0; i < 100 && socket.heard() < 3; i++) {
                Thread.sleep(100);
            }
            assertThat(socket.heard()).as(socket.end()).isGreaterThanOrEqualTo(3);
            assertThat(socket.status()).isEqualTo("HTTP/1.1 101 Switching Protocols");
        }
    }

    private String events(String protocol) {
        List<String> shell = List.of("sh", "-c", LISTENS, protocol);
        ExecResult result = engine.exec(edge(), shell, "", LIMIT);
        assertThat(result.err()).isEmpty();
        return result.out();
    }

    private void check(String way, Answer answer, Exchange exchange) {
        System.out.println(way + ": " + exchange + ": " + answer.status());
        for (String difference : exchange.differences(answer)) {
            System.out.println("  " + difference);
            wrong.add(way + ": " + exchange + ": " + difference);
        }
    }

    private Answer http(Exchange exchange) {
        return Exchange.read(Http.send(lab.at(shop.httpPort()), exchange.request("plain.test")));
    }

    private Answer https(Exchange exchange) throws IOException, GeneralSecurityException {
        try (Socket socket = https().connect("shop.test")) {
            return Exchange.read(
                    Http.send(socket, exchange.request("shop.test:" + shop.httpsPort())));
        }
    }

    /** Inside of the edge, since the HTTP client of this Java cannot name a host. */
    private List<Answer> http2(List<Exchange> exchanges, String output) {
        String questions =
                exchanges.stream()
                        .map(e -> question(e, output))
                        .collect(Collectors.joining("next\n"));
        String text = engine.exec(edge(), List.of("curl", "-K", "-"), questions, LIMIT).out();
        List<Answer> answers =
                Pattern.compile("(?m)^(?=HTTP/2 )")
                        .splitAsStream(text)
                        .filter(answer -> !answer.isEmpty())
                        .map(Exchange::read)
                        .toList();
        assertThat(answers.size()).as(text).isEqualTo(exchanges.size());
        return answers;
    }

    private static String question(Exchange exchange, String output) {
        StringBuilder question = new StringBuilder("silent\ninsecure\nhttp2\npath-as-is\n");
        question.append("max-time = 20\nresolve = shop.test:8443:127.0.0.1\ndump-header = -\n");
        question.append("url = \"https://shop.test:8443" + exchange.path() + "\"\n");
        question.append("output = " + output + "\n");
        question.append(
                exchange.method().equals("HEAD")
                        ? "head\n"
                        : "request = " + exchange.method() + "\n");
        for (String line : exchange.sent()) {
            question.append("header = \"" + line.replace("\"", "\\\"") + "\"\n");
        }
        return question.toString();
    }

    private Answer refused() {
        Exchange exchange = Exchange.of("GET", MIRROR, 429);
        Answer answer = http(exchange);
        for (int i = 0; i < 50 && answer.status() != exchange.status(); i++) {
            answer = http(exchange);
        }
        return answer;
    }

    private Application live(PagesApplication application, Optional<Tls> tls, RequestLimits limits)
            throws GeneralSecurityException {
        Application made = application.application(Layout.SPLIT, tls, "one", limits, READY, DRAIN);
        Target target = application.target(engine, "v1", made);
        assertThat(deploy(target).outcome()).isEqualTo(Outcome.LIVE);
        return made;
    }

    private Tls certificate() throws IOException, GeneralSecurityException, InterruptedException {
        TestCertificate made = TestCertificate.of("shop.test", directory);
        return new Tls(made.certificate().toString(), made.key().toString());
    }

    private String unitOf(Application application, String suffix) {
        return units(application).stream()
                .filter(n -> n.endsWith(suffix))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> and(Map<String, String> some, String... more) {
        Map<String, String> all = new HashMap<>(some);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return Map.copyOf(all);
    }
}
