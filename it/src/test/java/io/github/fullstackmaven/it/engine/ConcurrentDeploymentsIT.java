package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.deploy.Deployer;
import io.github.fullstackmaven.deploy.Deployment;
import io.github.fullstackmaven.deploy.Inspection;
import io.github.fullstackmaven.deploy.Locks;
import io.github.fullstackmaven.deploy.Outcome;
import io.github.fullstackmaven.deploy.Target;
import io.github.fullstackmaven.it.engine.EndedDeployment.How;
import io.github.fullstackmaven.it.load.LoadClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who comes second waits or is refused, and nobody waits for somebody who is gone. */
@Tag("faults")
@OnEveryEngine
class ConcurrentDeploymentsIT extends FaultTest {
    private static final int CONTENDERS = 4;

    @Test
    void ofThoseWhoDoNotWaitOneDeploysAndTheOthersAreToldWho() {
        deployTwo();
        Target wanted = shop.target(otherImage());
        LoadClient load = visitors();
        List<Deployment> all = atOnce(wanted, CONTENDERS);
        LoadClient.Report report = load.stop();

        assertThat(all.stream().filter(d -> d.outcome() == Outcome.LIVE)).hasSize(1);
        assertThat(all)
                .allMatch(
                        d ->
                                d.ok()
                                        || (d.outcome() == Outcome.LOCKED
                                                && d.problem()
                                                        .orElseThrow()
                                                        .getMessage()
                                                        .contains("FS-DEPLOY-001")));
        assertServedBy("r3", "after all");
        long refused = all.stream().filter(d -> d.outcome() == Outcome.LOCKED).count();
        record(
                "L1",
                CONTENDERS + " deployments at once",
                1,
                report,
                "1 live, " + refused + " locked, the others find it done");
        assertThat(report.failures()).isEmpty();
    }

    @Test
    void whoWaitsFindsTheWorkDone() {
        deployTwo();
        Target wanted = TestApplication.target(shop.timed(TestApplication.patient()), otherImage());
        LoadClient load = visitors();
        List<Deployment> all = atOnce(wanted, 2);
        LoadClient.Report report = load.stop();

        assertThat(all).allMatch(Deployment::ok);
        assertServedBy("r3", "after both");
        record("L1", "2 deployments at once, lockWait 30 s", 1, report, "both well, 1 release");
        assertThat(report.failures()).isEmpty();
    }

    @Test
    void theLockOfAHolderThatWasKilledIsFree() {
        deployTwo();
        LoadClient load = visitors();
        assertThat(EndedDeployment.run(lab, shop, otherImage(), How.KILLED_AFTER, 4))
                .isEqualTo(137);
        Deployment next =
                deploy(TestApplication.target(shop.timed(TestApplication.patient()), otherImage()));
        LoadClient.Report report = load.stop();

        assertThat(next.outcome()).isEqualTo(Outcome.LIVE);
        assertThat(new Locks(engine).holder(shop.application())).isEmpty();
        assertThat(
                        new Inspection(engine)
                                .releases(shop.application()).stream()
                                        .map(r -> r.name() + " " + r.state()))
                .containsExactly("r4 live", "r3 cut-off", "r2 kept", "r1 kept");
        assertServedBy("r4", "after the next");
        record("L1", "the holder of the lock killed -9", 1, report, "free at once");
        assertThat(report.failures()).isEmpty();
    }

    private List<Deployment> atOnce(Target target, int count) {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<CompletableFuture<Deployment>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                all.add(
                        CompletableFuture.supplyAsync(
                                () ->
                                        new Deployer(
                                                        lab.engine(),
                                                        new PrintedProgress(),
                                                        Clock.systemUTC())
                                                .deploy(target),
                                threads));
            }
            return all.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }
}
