package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.deploy.Deployer;
import io.github.fullstackmaven.engine.ExecResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The edge keeps files of former releases, but not all of them and not for ever. */
class KeptFilesIT extends SharedEdge {
    private static final String FIRST = "/assets/app-AAAAAAA1.js";
    private static final String SECOND = "/assets/app-BBBBBBB2.js";
    private static final String LARGE = "/assets/large-CCCCCCC3.js";
    private static final long PLENTY = 1 << 20;

    @Test
    void keepsWhatIsImmutableOfSoManyReleasesAndSoManyBytes() {
        deploy(shop.target(shop.image(engine, "v1", "200")));

        keep("r1", 2, PLENTY, FIRST, "/index.html", "/other/app-AAAAAAA1.js", "/../" + FIRST);
        assertThat(files()).containsExactly(FIRST);
        assertThat(inEdge("cat " + home() + "/files" + FIRST)).isEqualTo("first");

        keep("r2", 2, PLENTY, SECOND, "/assets/gone-DDDDDDD4.js", "/assets/a b-EEEEEEE5.js");
        assertThat(files()).containsExactly(FIRST, SECOND);

        keep("r3", 2, PLENTY, SECOND, LARGE);
        assertThat(files()).as("r1 is one too many").containsExactly(SECOND, LARGE);

        keep("r4", 9, 50_000, SECOND, FIRST);
        assertThat(files()).as("r3 is too large").containsExactly(FIRST, SECOND);

        keep("r5", 9, 50_000, LARGE, FIRST);
        assertThat(files()).as("a file of its own too large").containsExactly(FIRST, SECOND);
        undeploy(shop.application());
    }

    private void keep(String release, int releases, long bytes, String... names) {
        ExecResult result =
                engine.exec(
                        edge(),
                        List.of(
                                "sh",
                                "-c",
                                script(),
                                "kept",
                                shop.name() + ".pro",
                                release,
                                "http://" + shop.name() + "-pro-r1:8080",
                                "shop.test",
                                String.valueOf(releases),
                                String.valueOf(bytes)),
                        String.join("\n", names) + "\n",
                        Duration.ofSeconds(60));
        assertThat(result.ok()).as(result.complaint()).isTrue();
    }

    private List<String> files() {
        return inEdge("cd " + home() + "/files && find . -type f | sort | sed 's/^.//'")
                .lines()
                .toList();
    }

    private String home() {
        return "/edge/kept/" + shop.name() + ".pro";
    }

    private static String script() {
        String resource = "/META-INF/fullstack/templates/edge/kept.sh";
        try (InputStream in = Deployer.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
