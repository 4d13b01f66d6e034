package io.github.fullstackmaven.it.browser;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own Chromium, without a window. */
public final class Browser implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /** Starts the browser; a domain leads to this machine. */
    public static Browser where(String domain) {
        Path executable =
                executable()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "no Chromium on PATH; run it/lab/browser"));
        Playwright playwright = Playwright.create();
        BrowserType.LaunchOptions options =
                new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(
                                List.of(
                                        "--no-sandbox",
                                        "--disable-gpu",
                                        "--disable-quic",
                                        "--no-first-run",
                                        "--disable-background-networking",
                                        "--disable-component-update",
                                        "--disable-sync",
                                        "--host-resolver-rules=MAP " + domain + " 127.0.0.1"));
        return new Browser(playwright, playwright.chromium().launch(options));
    }

    /** Opens a page and keeps what goes wrong on it; a certificate that nobody trusts is taken. */
    public Visit open(String url) {
        com.microsoft.playwright.BrowserContext context =
                chromium.newContext(
                        new com.microsoft.playwright.Browser.NewContextOptions()
                                .setIgnoreHTTPSErrors(true));
        return Visit.of(context.newPage(), url);
    }

    private static Optional<Path> executable() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return NAMES.stream()
                .flatMap(n -> Stream.of(path.split(File.pathSeparator)).map(d -> Path.of(d, n)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
