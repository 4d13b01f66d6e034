package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.deploy.Deployment;
import io.github.fullstackmaven.deploy.Outcome;
import io.github.fullstackmaven.deploy.UnitOperation;
import io.github.fullstackmaven.engine.ContainerSpec;
import io.github.fullstackmaven.it.load.LoadClient;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.RequestLimits;
import io.github.fullstackmaven.model.Resources;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A release that is no good never costs visitors the one before. */
@Tag("faults")
@OnEveryEngine
class FailedReleaseIT extends FaultTest {
    private static final Duration READY = Duration.ofSeconds(6);
    private static final Duration WATCH = Duration.ofSeconds(8);
    private static final String STRANGER = "it-stranger";

    /** An image that never gets well, and what the tool says of it. */
    private record Bad(String name, String image, String says, Optional<String> memory) {
        Bad(String name, String image, String says) {
            this(name, image, says, Optional.empty());
        }
    }

    @Test
    void whatNeverGetsWellIsShownAndTakenAway() {
        deployTwo();
        List<Bad> bads =
                List.of(
                        new Bad(
                                "image that exits 1",
                                shop.imageRunning(engine, "echo no database >&2; exit 1"),
                                "no database"),
                        new Bad(
                                "image that never listens",
                                shop.imageRunning(engine, "echo here I sit; exec sleep 600"),
                                "here I sit"),
                        new Bad("health 500", shop.image(engine, "bad", "500"), "answered 500"),
                        new Bad(
                                "health 301",
                                shop.image(engine, "bad", "301 /elsewhere"),
                                "answered 301"),
                        new Bad(
                                "health that knows another Host only",
                                shop.imageAnswering(
                                        engine,
                                        "bad",
                                        "if ($host != other.test) { return 400; } return 200;"),
                                "answered 400"),
                        new Bad(
                                "start slower than the time limit",
                                shop.imageRunning(engine, "echo warming up; sleep 90; exec nginx"),
                                "warming up"),
                        new Bad(
                                "out of memory",
                                shop.imageRunning(engine, "echo loading all; exec tail /dev/zero"),
                                "loading all",
                                Optional.of("32m")));
        for (Bad bad : bads) {
            String live = status().release().orElseThrow();
            LoadClient load = visitors();
            String image = remembered(bad.image());
            Deployment failed = deploy(TestApplication.target(limited(bad.memory()), image));
            LoadClient.Report report = load.stop();

            assertThat(failed.outcome()).as(bad.name()).isEqualTo(Outcome.UNHEALTHY);
            assertThat(failed.problem().orElseThrow())
                    .as(bad.name())
                    .hasMessageContaining("FS-DEPLOY-003")
                    .hasMessageContaining(bad.says());
            assertServedBy(live, bad.name());
            record("F1", bad.name(), 1, report, failed.outcome().id());
            assertThat(report.failures()).as(bad.name()).isEmpty();
        }
    }

    @Test
    void whatDiesThreeSecondsAfterTheSwitchIsSwitchedBack() {
        deployTwo();
        String live = status().release().orElseThrow();
        LoadClient load = visitors();
        Deployment back =
                deploy(
                        TestApplication.target(
                                shop.timed(
                                        TestApplication.timing(
                                                Duration.ofSeconds(30), WATCH, Duration.ZERO)),
                                otherImage()),
                        new Meanwhile<>(
                                UnitOperation.Watch.class,
                                watch -> {
                                    Thread killer = new Thread(() -> die(watch.unit().name()));
                                    killer.setDaemon(true);
                                    killer.start();
                                }));
        LoadClient.Report report = load.stop();

        record("F2", "dies 3 s after the switch", 1, report, back.outcome().id());
        assertThat(back.outcome()).isEqualTo(Outcome.ROLLED_BACK);
        assertThat(back.release()).contains(live);
        assertServedBy(live, "after the switch back");
        assertThat(report.answered()).isPositive();
    }

    @Test
    void whoAnswersInItsPlaceIsNotTakenForIt() {
        deployTwo();
        String live = status().release().orElseThrow();
        String stranger = otherImage();
        String silent = remembered(shop.imageRunning(engine, "echo here I sit; exec sleep 600"));
        LoadClient load = visitors();
        Deployment failed;
        try {
            failed =
                    deploy(
                            TestApplication.target(limited(Optional.empty()), silent),
                            new Meanwhile<>(
                                    UnitOperation.Gate.class,
                                    gate -> stranger(stranger, gate.release())));
        } finally {
            engine.remove(STRANGER);
        }
        LoadClient.Report report = load.stop();

        record("F3", "another process answers on its address", 1, report, failed.outcome().id());
        assertThat(failed.outcome()).isEqualTo(Outcome.UNHEALTHY);
        assertServedBy(live, "after the stranger");
        assertThat(report.failures()).isEmpty();
    }

    private Application limited(Optional<String> memory) {
        return shop.with(
                TestApplication.timing(READY, Duration.ofSeconds(1), Duration.ZERO),
                new Resources(memory, Optional.empty(), 1, RequestLimits.DEFAULT),
                3);
    }

    private void die(String unit) {
        try {
            Thread.sleep(3000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        engine.exec(unit, List.of("sh", "-c", "kill -TERM 1"), "", Duration.ofSeconds(10));
    }

    /** Another container under the name of the release's unit, which is well. */
    private void stranger(String image, String release) {
        engine.create(
                ContainerSpec.of(image, "10001:10001")
                        .name(STRANGER)
                        .hostname("stranger")
                        .network(
                                "fullstack-edge-" + shop.httpPort(),
                                shop.application().id() + "-" + release)
                        .tmpfs("/tmp", "rw,noexec,nosuid,nodev,size=16m,mode=1777")
                        .build());
        engine.start(STRANGER);
    }
}
