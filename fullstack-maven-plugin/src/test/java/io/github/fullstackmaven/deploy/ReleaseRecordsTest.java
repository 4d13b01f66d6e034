package io.github.fullstackmaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.engine.ContainerSpec;
import io.github.fullstackmaven.model.UnitSettings.HealthCheck;
import io.github.fullstackmaven.model.Volume;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReleaseRecordsTest {
    private static final ContainerSpec FULL =
            ContainerSpec.of("sha256:abc", "10001:10001")
                    .name("fullstack-shop-pro-r3")
                    .hostname("r3")
                    .network("fullstack-edge-8080", "shop-pro-r3")
                    .furtherNetworks(List.of("fullstack-shop-pro"))
                    .labels(Map.of("a", "b"))
                    .environment(Map.of("TOKEN", "two\nlines \"'$\\ \u00e9", "image", "x", "E", ""))
                    .volumes(
                            List.of(
                                    new Volume("shop-pro_data", "/data", false, true, "volumes"),
                                    new Volume("/srv/a,b", "/b", true, false, "volumes")))
                    .tmpfs("/tmp", "rw,noexec")
                    .publish(8080, 80)
                    .capability("CHOWN")
                    .pids(256)
                    .limits(Optional.of("512m"), Optional.of("1.5"))
                    .restart("always")
                    .stop("SIGTERM", Duration.ofMillis(35_500))
                    .health(
                            new HealthCheck(
                                    List.of("/probe", "8080", "/readyz"),
                                    Duration.ofSeconds(10),
                                    Duration.ofSeconds(5),
                                    Duration.ofSeconds(60),
                                    3))
                    .program("/bin/sh", "-c", "exit 0")
                    .build();

    @Test
    void givesEveryFieldBackAsItWas() {
        Blueprint blueprint =
                new Blueprint(
                        Map.of("sha256:abc", "shop:1"),
                        "model",
                        8081,
                        true,
                        List.of("api"),
                        List.of(FULL));

        ReleaseRecords.Past past =
                ReleaseRecords.read(ReleaseRecords.text("r3", "r2", blueprint)).orElseThrow();

        assertThat(past.previous()).isEqualTo("r2");
        assertThat(past.blueprint()).isEqualTo(blueprint);
    }

    @Test
    void theUnitOfATargetComesBackFromItsRecord() {
        Blueprint blueprint = Examples.target().blueprint("r3");

        assertThat(
                        ReleaseRecords.read(ReleaseRecords.text("r3", "", blueprint))
                                .map(ReleaseRecords.Past::blueprint))
                .contains(blueprint);
    }

    /** The edge's own programs find it there, whatever a variable is called. */
    @Test
    void namesTheImageBeforeAllThatTheUserHasAHandIn() {
        Blueprint blueprint = new Blueprint(Map.of(), "m", 8080, false, List.of(), List.of(FULL));

        assertThat(ReleaseRecords.text("r3", "r2", blueprint))
                .startsWith("{\"schema\":2,\"release\":\"r3\",\"image\":\"sha256:abc\",")
                .doesNotContainPattern("(?s)\n.");
    }

    @Test
    void readsARecordOfAVersionThatSaysLessOrMore() {
        String text =
                "{\"schema\":2,\"release\":\"r1\",\"later\":1,\"blueprint\":{\"imageId\":\"i\",\"x\":{},"
                        + "\"containers\":[{\"image\":\"i\",\"user\":\"1:1\",\"pids\":5,"
                        + "\"restart\":\"no\",\"y\":[]}]}}";

        ContainerSpec read =
                ReleaseRecords.read(text).orElseThrow().blueprint().containers().get(0);

        assertThat(read).isEqualTo(ContainerSpec.of("i", "1:1").pids(5).build());
    }

    @Test
    void knowsWhatIsNoRecord() {
        for (String text :
                List.of("", "x", "[]", "{\"schema\":1,\"image\":\"i\"}", "{\"schema\":2")) {
            assertThat(ReleaseRecords.read(text)).as(text).isEmpty();
        }
    }
}
