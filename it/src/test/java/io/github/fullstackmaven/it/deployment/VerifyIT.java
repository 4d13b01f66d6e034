package io.github.fullstackmaven.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fullstackmaven.it.docker.Docker;
import io.github.fullstackmaven.it.maven.MavenRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was built is started, asked, looked at in a browser, and gone again. */
class VerifyIT {
    private static final Pattern PORT = Pattern.compile("Looking at http://mapakms\\.com:(\\d+)/");

    private TestApplication application;

    @BeforeEach
    void fresh() throws IOException {
        application = TestApplication.named("it-verify");
    }

    @AfterEach
    void close() {
        application.close();
    }

    @Test
    void whatWorksPassesEveryCheckAndIsGoneAgain() throws IOException {
        MavenRun run = application.type("verify").succeeded();

        assertThat(run.output())
                .containsPattern("ok +health +ready after")
                .containsPattern("ok +route /api +GET /api/\\S+: 404 .*by backend")
                .containsPattern("ok +deep link +GET \\S+: 200 text/html")
                .containsPattern("ok +what pages load +\\d+ files")
                .containsPattern("ok +user in app +10001")
                .containsPattern("ok +files in app +read-only, but for .*/tmp")
                .containsPattern("ok +browser +one page without a complaint")
                .doesNotContain("not ok", "beware");
        assertThat(report().path("checks"))
                .isNotEmpty()
                .allMatch(check -> check.path("ok").asBoolean());
        Path picture = application.output().resolve(report().path("pictures").path(0).asText());
        assertThat(Files.size(picture)).isGreaterThan(1000);
        nothingIsLeft(run);

        // The image is not built again.
        MavenRun blind = application.type("verify", "-Dfullstack.browser=none").succeeded();

        assertThat(blind.output())
                .contains("made from the same files", "no page was looked at in a browser")
                .contains("(FS-VERIFY-050)");
        assertThat(report().has("pictures")).isFalse();
        nothingIsLeft(blind);
    }

    @Test
    void whatIsBrokenIsNamedByWhoeverSeesIt() throws IOException {
        Path front = application.directory().resolve("frontend");
        replace(
                front.resolve("src/api/client.ts"),
                "const BASE = '/api/v1'",
                "const BASE = 'http://localhost:3000/api/v1'");
        replace(
                front.resolve("index.html"),
                "<div id=\"root\">",
                "<img src=\"http://localhost:3000/a.png\" alt=\"\" /><div id=\"root\">");
        Path gateway = application.directory().resolve("src/fullstack/templates/nginx.conf.vm");
        Files.createDirectories(gateway.getParent());
        Files.copy(builtIn("nginx.conf.vm"), gateway);
        replace(gateway, "/200.html /__spa-fallback.html /index.html;", "=404;");

        MavenRun run =
                application
                        .type(
                                "verify",
                                "-Dfullstack.ignoreFindings=FS-ORIGIN-001: the browser is to see it")
                        .failed();

        assertThat(run.finding("FS-VERIFY-006")).contains("FS-VERIFY-011", "FS-VERIFY-052");
        assertThat(run.output())
                .containsPattern("not ok +deep link +GET \\S+: it is 404, not 200")
                .contains("connect-src blocks http://localhost:3000/api/v1/towns/selection")
                .contains("call the back end by a path")
                .containsPattern("not ok +policy +/: img-src blocks <img> http://localhost:3000/a");
        assertThat(report().path("checks").findValuesAsText("id"))
                .contains("FS-VERIFY-011", "FS-VERIFY-018", "FS-VERIFY-052");
        nothingIsLeft(run);
    }

    private JsonNode report() throws IOException {
        return new JsonMapper()
                .readTree(Files.readString(application.output().resolve("verify.json")));
    }

    /** Neither by the application's name nor by the port that it had. */
    private void nothingIsLeft(MavenRun run) {
        Matcher port = PORT.matcher(run.output());
        assertThat(port.find()).as(run.output()).isTrue();
        SortedSet<String> left = new TreeSet<>(Docker.everything());
        left.removeIf(n -> !n.contains(application.name()) && !n.contains("-" + port.group(1)));
        assertThat(left).isEmpty();
    }

    private static Path builtIn(String template) {
        Path templates =
                Path.of(
                        System.getProperty("it.directory"),
                        "../fullstack-maven-plugin/src/main/resources/META-INF/fullstack/templates");
        return templates.resolve(template);
    }

    private static void replace(Path file, String old, String replacement) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, replacement));
    }
}
