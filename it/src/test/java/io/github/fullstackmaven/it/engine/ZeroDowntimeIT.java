package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.deploy.Deployment;
import io.github.fullstackmaven.deploy.Outcome;
import io.github.fullstackmaven.it.load.LoadClient;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Visitors notice nothing, however often one deploys and goes back. */
@Tag("redeploys")
@OnEveryEngine
class ZeroDowntimeIT extends FaultTest {
    private static final int TIMES = 20;

    @Test
    void losesNoRequestInTwentyRedeploys() {
        deployTwo();
        LoadClient load = visitors("shop.test");
        for (int i = 0; i < TIMES; i++) {
            Deployment deployment = deploy(shop.target(otherImage()));
            assertThat(deployment.outcome()).isEqualTo(Outcome.LIVE);
        }
        LoadClient.Report report = load.stop();

        record("Z1", "redeploys under load", TIMES, report, "live each time");
        assertThat(report.failures()).isEmpty();
        assertThat(report.answered()).isPositive();
        assertThat(units(shop.application())).hasSize(1);
    }

    @Test
    void losesNoRequestInTwentyRollbacks() {
        deployTwo();
        LoadClient load = visitors("shop.test");
        for (int i = 0; i < TIMES; i++) {
            String wanted = i % 2 == 0 ? "r1" : "r2";
            // From r2 one comes back to r1 without naming it.
            Deployment back = rollback(i % 2 == 0 ? Optional.empty() : Optional.of(wanted));
            assertThat(back.outcome()).isEqualTo(Outcome.LIVE);
            assertThat(back.release()).contains(wanted);
            assertThat(page()).endsWith(" " + wanted);
        }
        LoadClient.Report report = load.stop();

        record("Z3", "rollbacks under load", TIMES, report, "the right release each time");
        assertThat(report.failures()).isEmpty();
        assertThat(report.answered()).isPositive();
        assertThat(units(shop.application())).hasSize(1);
    }
}
