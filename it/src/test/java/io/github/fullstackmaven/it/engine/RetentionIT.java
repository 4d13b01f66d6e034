package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.deploy.Labels;
import io.github.fullstackmaven.deploy.Outcome;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** However often one deploys, no more is kept than what {@code retain} says. */
class RetentionIT extends EngineTest {
    private static final int RETAIN = 2;
    private static final int WARM = 5;

    @Test
    void keepsNoMoreThanItIsTold() {
        releases(WARM + 2);
    }

    @Test
    @Tag("faults")
    void sixtyReleasesInARowLeaveNoGrowth() {
        releases(60);
    }

    private void releases(int count) {
        List<String> images = new ArrayList<>();
        String volumeWhenWarm = "";
        for (int i = 1; i <= count; i++) {
            images.add(shop.image(engine, "v" + i, "200"));
            Application application = keepingTwo();
            assertThat(deploy(TestApplication.target(application, images.get(i - 1))).outcome())
                    .isEqualTo(Outcome.LIVE);
            if (i == WARM) {
                volumeWhenWarm = inVolume();
            }
        }
        List<String> kept = images.stream().filter(i -> engine.image(i).isPresent()).toList();
        assertThat(kept).isEqualTo(images.subList(count - RETAIN - 1, count));
        assertThat(units(shop.application())).hasSize(1);
        assertThat(engine.volumes(Labels.of(shop.application()))).isEmpty();
        assertThat(inVolume()).isEqualTo(volumeWhenWarm);
        assertThat(inEdge("ls /edge/releases/*/")).hasSize(RETAIN + 1);
        assertThat(
                        inEdge(
                                "cat /proc/[0-9]*/cmdline | tr '\\0' '\\n' | grep -c '^nginx: worker process'"))
                .as("workers of nginx")
                .containsExactly("2");
        assertThat(Http.get(shop.httpPort(), "shop.test", "/"))
                .endsWith("v" + count + " r" + count);
    }

    /** How many files of which kind there are; their names have the numbers of releases. */
    private String inVolume() {
        return String.join(
                "\n",
                inEdge("cd /edge && find . -type f | sed 's/r[0-9][0-9]*/rN/g' | sort | uniq -c"));
    }

    private List<String> inEdge(String program) {
        return engine.exec(
                        "fullstack-edge-" + shop.httpPort(),
                        List.of("sh", "-c", program),
                        "",
                        Duration.ofSeconds(10))
                .out()
                .lines()
                .toList();
    }

    private Application keepingTwo() {
        Application usual = shop.application();
        Timing timing = usual.timing();
        return new Application(
                usual.name(),
                usual.environment(),
                usual.domain(),
                usual.layout(),
                usual.services(),
                usual.routes(),
                usual.variables(),
                usual.envFiles(),
                usual.volumes(),
                usual.edge(),
                usual.tls(),
                usual.origins(),
                new Timing(
                        timing.build(),
                        timing.ready(),
                        Duration.ZERO,
                        timing.drain(),
                        timing.stop(),
                        timing.lockWait()),
                usual.resources(),
                usual.images(),
                RETAIN);
    }
}
