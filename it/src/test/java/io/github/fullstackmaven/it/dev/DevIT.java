package io.github.fullstackmaven.it.dev;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.github.fullstackmaven.it.browser.Browser;
import io.github.fullstackmaven.it.browser.Visit;
import io.github.fullstackmaven.it.maven.Maven;
import io.github.fullstackmaven.it.maven.RunningMaven;
import io.github.fullstackmaven.it.sample.Sample;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both sides are started without a container, changed, seen to change, and gone again. */
class DevIT {
    private static final String OPEN = "Open http://localhost:(\\d+)/";

    @TempDir Path directory;

    private final List<ServerSocket> taken = new ArrayList<>();

    @Test
    void aChangeOnEitherSideIsSeenAndNothingIsLeftAfterCtrlC() throws IOException {
        sample("node-react");
        replace(
                "apps/web/vite.config.ts",
                "'http://localhost:4000'",
                "process.env.API ?? 'http://localhost:4000'");
        take(4000);
        take(5173);
        try (RunningMaven maven = dev();
                Browser browser = Browser.where("no.such.host")) {
            String address = "http://localhost:" + maven.prints(OPEN).group(1) + "/";
            assertThat(maven.output())
                    .contains("Running in .: npm ci")
                    .containsPattern("backend +\\| |api +\\| ")
                    .doesNotContain("FS-DEV-");
            assertThat(address).isNotEqualTo("http://localhost:5173/");

            Visit visit = browser.open(address);
            seen(visit, "button", "Käsespätzle");
            replace("apps/web/src/App.tsx", "<h1>Rezeptkasten</h1>", "<h1>Kochbuch</h1>");
            seen(visit, "h1", "Kochbuch");

            replace("apps/api/src/recipes.js", "title: 'Käsespätzle'", "title: 'Kässpatzen'");
            becomes(visit, address + "api/recipes", "Kässpatzen");

            endsWith(maven, "INT");
        }
    }

    @Test
    @Tag("stacks")
    void whatGoCompilesIsStartedAgainAndNothingIsLeftWhenMavenIsEnded() throws IOException {
        sample("go-embed");
        try (RunningMaven maven = dev();
                Browser browser = Browser.where("no.such.host")) {
            String address = "http://localhost:" + maven.prints(OPEN).group(1) + "/";
            Visit visit = browser.open(address);
            seen(visit, "li", "Bäckerei Öhlmühl");
            replace("weather/weather.go", "Bäckerei Öhlmühl", "Konditorei");
            maven.prints("a source has changed: started again");
            becomes(visit, address + "api/roofs", "Konditorei");

            endsWith(maven, "TERM");
        }
    }

    @Test
    void aPortThatTheProxyNamesIsNotTakenFromAnybody() throws IOException {
        sample("node-react");
        take(4000);
        String failure = Maven.in(directory).run(Maven.goal("dev")).failed().finding("FS-DEV-003");
        assertThat(failure).contains("listens on port 4000, which process ", "process.env.");
    }

    private void sample(String name) throws IOException {
        Sample.copy(Path.of(System.getProperty("it.directory"), "apps", name), directory);
    }

    private RunningMaven dev() {
        return Maven.in(directory).begin(Maven.goal("dev"));
    }

    /** Everybody who belonged to it is gone: the programs, and what they started. */
    private static void endsWith(RunningMaven maven, String signal) {
        List<ProcessHandle> family = maven.family();
        assertThat(family).as("dev server, its npm, the program").hasSizeGreaterThan(2);
        maven.signal(signal);
        // One that has ended stays in the system's table until somebody asks for it.
        family.forEach(one -> one.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    }

    private static void seen(Visit visit, String element, String text) {
        visit.page()
                .locator(element, new Page.LocatorOptions().setHasText(text))
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
    }

    /** Asked from the page itself, on its own origin. */
    private static void becomes(Visit visit, String url, String text) {
        visit.page()
                .waitForFunction(
                        "async ([url, text]) => {"
                                + " try { return (await (await fetch(url)).text()).includes(text) }"
                                + " catch { return false } }",
                        List.of(url, text));
    }

    private void replace(String path, String old, String replacement) throws IOException {
        Path file = directory.resolve(path);
        String text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, replacement));
    }

    /** A port that somebody has: this test, or whoever had it before. */
    private void take(int port) throws IOException {
        try {
            taken.add(new ServerSocket(port));
        } catch (BindException others) {
            assertThat(others).hasMessageContaining("in use");
        }
    }

    @AfterEach
    void leave() throws IOException {
        for (ServerSocket socket : taken) {
            socket.close();
        }
    }
}
