package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.deploy.Deployer;
import io.github.fullstackmaven.deploy.Deployment;
import io.github.fullstackmaven.deploy.Inspection;
import io.github.fullstackmaven.deploy.Outcome;
import io.github.fullstackmaven.deploy.Release;
import io.github.fullstackmaven.it.load.LoadClient;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clocks of those who deploy may say what they want. */
@Tag("faults")
@OnEveryEngine
class ClockIT extends FaultTest {
    private static final List<String> TIMES =
            List.of("2031-01-01T00:00:00Z", "1999-12-31T23:59:59Z", "2026-02-28T12:00:00Z");

    @Test
    void theOrderOfReleasesDoesNotDependOnClocksThatJump() {
        for (int i = 0; i < TIMES.size(); i++) {
            Deployment deployment =
                    new Deployer(engine, new PrintedProgress(), new Jumping(TIMES.get(i)))
                            .deploy(
                                    remembered(
                                            shop.target(shop.image(engine, "v" + (i + 1), "200"))));
            assertThat(deployment.outcome()).isEqualTo(Outcome.LIVE);
        }
        LoadClient load = visitors();

        List<Release> releases = new Inspection(engine).releases(shop.application());
        assertThat(releases.stream().map(Release::name)).containsExactly("r3", "r2", "r1");
        assertThat(releases).allMatch(r -> r.took().filter(t -> !t.isNegative()).isPresent());
        Deployment back =
                new Deployer(engine, new PrintedProgress(), new Jumping("1970-01-02T00:00:00Z"))
                        .rollback(shop.application(), Optional.empty(), "test");

        LoadClient.Report report = load.stop();
        assertThat(back.release()).contains("r2");
        assertServedBy("r2", "after the rollback");
        record("C", "clocks that jump by decades", TIMES.size() + 1, report, "in order");
        assertThat(report.failures()).isEmpty();
    }

    /** Begins at some time and goes back an hour each time it is asked. */
    private static final class Jumping extends Clock {
        private Instant now;

        Jumping(String begin) {
            now = Instant.parse(begin);
        }

        @Override
        public Instant instant() {
            now = now.minusSeconds(3600);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
