package io.github.fullstackmaven.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.check.InlineParts;
import io.github.fullstackmaven.check.Page;
import io.github.fullstackmaven.it.docker.Docker;
import io.github.fullstackmaven.it.engine.TestApplication;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.render.ContentSecurityPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The policy that pages get by what stands in them, judged by csp_evaluator. */
@Tag("stacks")
class JudgedPolicyIT {
    private static final String VERSION = "1.1.8";

    /** What is less severe than this is a fault whatever else a page has. */
    private static final int MAYBE = 50;

    @TempDir Path directory;

    /**
     * What is said of a policy.
     *
     * @param policy its number
     * @param severity 10 for the worst, 60 for a remark
     */
    private record Said(int policy, int severity, String directive, String value) {}

    @Test
    void nothingIsWrongWithThePolicyOfPagesWhateverStandsInThem() throws IOException {
        List<Said> said =
                judged(
                        policy(Map.of(), "<script type=module src=/a.js></script>"),
                        policy(
                                Map.of(),
                                "<base href=/><style>p{color:red}</style><p style='top:0'"
                                        + " onclick='go()'>x</p><script>start()</script>"),
                        policy(
                                Map.of(
                                        "connect-src",
                                        List.of("https://maps.example.com", "wss://x.example.com"),
                                        "style-src",
                                        List.of("'unsafe-inline'"),
                                        "img-src",
                                        List.of("https://*.tile.example.com")),
                                "<script>start()</script>"));

        assertThat(said).filteredOn(s -> s.severity() < MAYBE).isEmpty();
        // It cannot know whether this site has what strangers put there; handlers are by their
        // hash.
        assertThat(said)
                .extracting(Said::value)
                .containsOnly("'self'", "'unsafe-hashes'")
                .hasSize(4);
    }

    @Test
    void whatIsTooBroadIsSeen() throws IOException {
        assertThat(judged("script-src * 'unsafe-inline'; object-src *"))
                .filteredOn(s -> s.severity() < MAYBE)
                .extracting(Said::directive)
                .contains("script-src", "object-src");
    }

    private List<Said> judged(String... policies) throws IOException {
        Files.writeString(directory.resolve("policies"), String.join("\n", policies) + "\n");
        try (InputStream program =
                JudgedPolicyIT.class.getResourceAsStream("/policies/judge.cjs")) {
            Files.write(directory.resolve("judge.cjs"), program.readAllBytes());
        }
        return Docker.run(
                        "run",
                        "--rm",
                        "--volume",
                        directory + ":/judged:ro",
                        "--workdir",
                        "/tmp",
                        "docker.io/library/node:26-trixie-slim",
                        "sh",
                        "-ec",
                        "npm install --silent csp_evaluator@"
                                + VERSION
                                + " > /dev/null\nNODE_PATH=/tmp/node_modules node /judged/judge.cjs"
                                + " < /judged/policies")
                .lines()
                .map(line -> line.split("\t", -1))
                .map(w -> new Said(Integer.parseInt(w[0]), Integer.parseInt(w[1]), w[2], w[3]))
                .toList();
    }

    private static String policy(Map<String, List<String>> origins, String html) {
        Application application =
                new TestApplication("shop", Optional.empty(), 8080, 8443)
                        .application()
                        .but()
                        .origins(origins)
                        .application();
        return ContentSecurityPolicy.of(
                        application, InlineParts.of(List.of(new Page("index.html", html))))
                .header();
    }
}
