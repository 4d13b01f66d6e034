package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.deploy.Labels;
import io.github.fullstackmaven.deploy.Outcome;
import io.github.fullstackmaven.it.faults.FaultTable;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Resources;
import io.github.fullstackmaven.model.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** However often one deploys, no more is kept than what {@code retain} says. */
@OnEveryEngine
class RetentionIT extends FaultTest {
    private static final int RETAIN = 2;
    private static final int WARM = 5;

    @Test
    void keepsNoMoreThanItIsTold() {
        releases(WARM + 2);
    }

    @Test
    @Tag("redeploys")
    void sixtyReleasesInARowLeaveNoGrowth() {
        releases(60);
        FaultTable.add(
                lab,
                new FaultTable.Row(
                        "R",
                        "releases in a row, retain 2, no watch",
                        60,
                        0,
                        0,
                        "3 images, 1 container, 1 network, volume as after the fifth",
                        leftOver()));
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
        assertThat(page()).endsWith("v" + count + " r" + count);
        assertThat(containersOfTheEngine()).as("of this edge").isEqualTo(2);
    }

    /** The unit and the edge: whatever is in the edge's network, running or not. */
    private long containersOfTheEngine() {
        return Stream.concat(
                        engine.containers(Labels.of(shop.application())).stream(),
                        engine.container("fullstack-edge-" + shop.httpPort()).stream())
                .count();
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
        Timing usual = shop.application().timing();
        return shop.with(
                TestApplication.timing(usual.ready(), Duration.ZERO, usual.lockWait()),
                Resources.DEFAULT,
                RETAIN);
    }
}
