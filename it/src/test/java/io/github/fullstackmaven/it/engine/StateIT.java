package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.deploy.Deployer;
import io.github.fullstackmaven.deploy.Deployment;
import io.github.fullstackmaven.deploy.Outcome;
import io.github.fullstackmaven.deploy.Target;
import io.github.fullstackmaven.engine.ContainerSpec;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Volume;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What an application finds in its environment and in its volumes, release after release. */
@OnEveryEngine
class StateIT extends EngineTest {
    /** What engines and shells are known to change. */
    private static final Map<String, String> TORTURE =
            Map.ofEntries(
                    Map.entry("QUOTES", "'single' \"double\" `back`"),
                    Map.entry("HASH", "a # no comment #"),
                    Map.entry("DOLLAR", "$HOME ${PATH} $$ $(id)"),
                    Map.entry("LINES", "first\nsecond\n\nlast\n"),
                    Map.entry("CRLF", "first\r\nsecond\r\n"),
                    Map.entry("EQUALS", "=a==b="),
                    Map.entry("SPACES", "  around \t "),
                    Map.entry("BACKSLASH", "C:\\new\\table \\"),
                    Map.entry("UTF8", "gr\u00fc\u00df dich \u2713 \ud83d\ude00"),
                    Map.entry("EMPTY", ""),
                    Map.entry("BRACES", "{{.}} } ; %s %PATH% \u007f"),
                    Map.entry("LONG", "x".repeat(100_000)),
                    Map.entry("HTTP_PROXY", "http://p'\"#@proxy:3128"),
                    Map.entry("DOCKER_HOST", "tcp://nowhere:1"),
                    Map.entry("LD_PRELOAD_HINT", "none"));

    @Test
    void everyValueReachesTheProcessByteForByte() {
        Application application = shop.application(TORTURE, List.of(), Optional.empty());
        assertThat(deploy(target(application, "v1")).outcome()).isEqualTo(Outcome.LIVE);

        Map<String, String> found = new LinkedHashMap<>();
        TORTURE.keySet().forEach(name -> found.put(name, variable(name)));

        assertThat(found).isEqualTo(TORTURE);
        assertThat(deploy(target(application, "v1")).outcome()).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void aVolumeWithOneWriterNeverHasTwoAndItsDataOutlivesReleases() {
        Application application = withDatabase();
        deploy(target(application, "v1"));
        Deployment second = deploy(target(application, "v2"));

        assertThat(second.operations())
                .extracting(op -> op.line())
                .anyMatch(
                        line ->
                                line.startsWith("stop unit")
                                        && line.contains("one writer at a time, so requests fail"));
        assertThat(rows()).containsExactly("v1 r1", "v2 r2");

        Deployment broken = deploy(target(application, "broken"));
        assertThat(broken.outcome()).isEqualTo(Outcome.UNHEALTHY);
        assertThat(rows()).containsExactly("v1 r1", "v2 r2", "v2 r2");

        Deployment back =
                new Deployer(engine, new PrintedProgress(), Clock.systemUTC())
                        .rollback(application, Optional.empty(), "test");
        assertThat(back.outcome()).isEqualTo(Outcome.LIVE);
        assertThat(rows()).containsExactly("v1 r1", "v2 r2", "v2 r2", "v1 r1");
        assertThat(units(application)).hasSize(1);
    }

    @Test
    void refusesAVolumeThatBelongsToSomebodyElseBeforeAnythingIsChanged() {
        Application application = withDatabase();
        String volume = application.volumeName("data");
        engine.createVolume(volume, Map.of());
        engine.run(
                ContainerSpec.of(TestApplication.EDGE_IMAGE, "0:0")
                        .volumes(List.of(new Volume(volume, "/data", false, false, "test")))
                        .program("/bin/sh", "-c", "touch /data/theirs && chmod 700 /data")
                        .build(),
                "",
                Duration.ofSeconds(30));
        try {
            Deployment refused = deploy(target(application, "v1"));

            assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(refused.problem().orElseThrow()).hasMessageContaining("FS-VOLUME-007");
            assertThat(refused.operations()).isEmpty();
        } finally {
            engine.removeVolume(volume);
        }
    }

    private Application withDatabase() {
        return shop.application(
                Map.of("DATABASE", "yes"),
                List.of(new Volume("data", "/data", false, true, "test")),
                Optional.empty());
    }

    private Target target(Application application, String version) {
        return TestApplication.target(
                application, StatefulApplication.image(engine, shop.name(), version));
    }

    private List<String> rows() {
        return body("/rows").lines().collect(Collectors.toList());
    }

    private String variable(String name) {
        return new String(
                HexFormat.of().parseHex(body("/variable/" + name)), StandardCharsets.UTF_8);
    }

    private String body(String path) {
        String answer = Http.get(lab.at(shop.httpPort()), "shop.test", path);
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }
}
