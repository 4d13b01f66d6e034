package io.github.fullstackmaven.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.fullstackmaven.goal.verify.browser.BrowserLook;
import io.github.fullstackmaven.host.FileStore;
import io.github.fullstackmaven.host.LocalCommands;
import io.github.fullstackmaven.model.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code verify} says of pages that no browser likes, with a real one: every look ends by
 * itself, and nothing of the browser is left.
 */
@Tag("faults")
@Timeout(180)
class BadPagesIT {
    private final Map<String, Handler> pages = new HashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private HttpServer server;

    @TempDir Path directory;

    /** Answers a request. */
    private interface Handler {
        void answer(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext(
                "/",
                exchange -> {
                    String path = exchange.getRequestURI().getPath();
                    pages.getOrDefault(path, BadPagesIT::missing).answer(exchange);
                });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
        threads.shutdownNow();
        assertThat(browsers()).isEmpty();
    }

    @Test
    void aPageWhosePictureNeverComesIsNotWaitedForWithoutEnd() {
        page("/", "<p>Towns</p><img src='/never.png'>");
        pages.put("/never.png", exchange -> pause());

        assertThat(look())
                .anyMatch(said -> said.startsWith("FS-VERIFY-054 /: it is not loaded in time"));
    }

    @Test
    void aScriptThatDoesNotEndIsNamedThoughThePageWasLoaded() {
        page(
                "/",
                "<p>Towns</p><script>"
                        + "addEventListener('load', () => setTimeout(() => { for (;;); }, 100))"
                        + "</script>");

        assertThat(look())
                .anyMatch(said -> said.startsWith("FS-VERIFY-056 /: a script of it does not end"));
    }

    @Test
    void aPageThatAsksAgainAndAgainIsRemarked() {
        page("/", "<p>Towns</p><script>setInterval(() => fetch('/towns'), 50)</script>");
        pages.put(
                "/towns",
                exchange ->
                        answer(
                                exchange,
                                200,
                                "application/json",
                                "[]".getBytes(StandardCharsets.UTF_8)));

        assertThat(look()).anyMatch(said -> said.startsWith("FS-VERIFY-054 /: it never got idle"));
    }

    @Test
    void aPageThatKillsItsProcessIsNamed() {
        page("/", "<p>Towns</p><script>fetch('/kill')</script>");
        pages.put("/kill", exchange -> killed("--type=renderer", exchange));

        assertThat(look())
                .anyMatch(
                        said ->
                                said.startsWith(
                                        "FS-VERIFY-056 /: the page ended its browser's process"));
    }

    @Test
    void aBrowserThatDiesMeanwhileIsToldInOneLine() {
        page("/", "<p>Towns</p><script>fetch('/kill')</script>");
        pages.put("/kill", exchange -> killed("--remote-debugging-port", exchange));

        assertThat(look())
                .singleElement()
                .asString()
                .startsWith("FS-VERIFY-050 ")
                .contains(" failed: ", "-Dfullstack.browser=none");
    }

    @Test
    void invalidMarkupOfManyMegabytesIsLookedAt() {
        page("/", "<p>Towns</p><table><tr><div <span <p =\"'" + "<b><i></b>x</i>".repeat(100_000));

        assertThat(look()).noneMatch(said -> said.contains("FS-VERIFY-050"));
        assertThat(directory.resolve("pictures/01-start.png")).isNotEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bin/true", "/bin/false", "/etc/passwd", "/nowhere/chromium"})
    void aProgramThatIsNoBrowserIsToldInOneLine(String program) {
        assertThat(look(Optional.of(program)))
                .singleElement()
                .asString()
                .startsWith("FS-VERIFY-050 " + program + " failed: ");
    }

    private void page(String path, String body) {
        byte[] bytes =
                ("<!doctype html><title>Shop</title>" + body).getBytes(StandardCharsets.UTF_8);
        pages.put(path, exchange -> answer(exchange, 200, "text/html", bytes));
    }

    private List<String> look() {
        return look(Optional.empty());
    }

    private List<String> look(Optional<String> browser) {
        URI origin = URI.create("http://shop.example:" + server.getAddress().getPort());
        return new BrowserLook(new LocalCommands(), new FileStore(), directory.resolve("pictures"))
                .verdicts(browser, origin, Map.of(), path -> false, () -> {}).stream()
                        .map(Verdict::problem)
                        .flatMap(Optional::stream)
                        .map(Object::toString)
                        .toList();
    }

    private static void missing(HttpExchange exchange) throws IOException {
        answer(exchange, 404, "text/plain", "nothing".getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body)
            throws IOException {
        try (InputStream request = exchange.getRequestBody()) {
            request.readAllBytes();
        }
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void killed(String argument, HttpExchange exchange) throws IOException {
        browsers().stream()
                .filter(process -> commandLine(process).contains(argument))
                .forEach(ProcessHandle::destroyForcibly);
        missing(exchange);
    }

    /** The browser's processes, which are below this one. */
    private static List<ProcessHandle> browsers() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> commandLine(process).matches("(?s).*--(user-data-dir|type)=.*"))
                .toList();
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline"));
        } catch (IOException gone) {
            return "";
        }
    }

    /** Longer than anybody looks. */
    private static void pause() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
