package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.deploy.Deployer;
import io.github.fullstackmaven.deploy.Deployment;
import io.github.fullstackmaven.deploy.Locks;
import io.github.fullstackmaven.deploy.Operation;
import io.github.fullstackmaven.deploy.Outcome;
import io.github.fullstackmaven.deploy.Target;
import io.github.fullstackmaven.deploy.UnitOperation;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who deploys keeps others out, says who they are, and can be put out himself. */
class LockIT extends EngineTest {
    @Test
    void aDeploymentWhoseLockIsTakenAwayGoesBackAndLeavesNothing() throws Exception {
        deploy(shop.target(shop.image(engine, "v1", "200")));
        Target second = shop.target(shop.image(engine, "v2", "200"));
        CountDownLatch holding = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        Deployer slow = new Deployer(engine, new Halting(holding, enough), Clock.systemUTC());
        CompletableFuture<Deployment> first =
                CompletableFuture.supplyAsync(() -> slow.deploy(second));
        assertThat(holding.await(60, TimeUnit.SECONDS)).isTrue();

        Deployment refused = deploy(second);
        Locks locks = new Locks(engine);
        assertThat(locks.holder(shop.application()).orElseThrow()).startsWith("test since 20");
        assertThat(locks.remove(shop.application()).orElseThrow()).startsWith("test since 20");
        assertThat(locks.remove(shop.application())).isEmpty();
        enough.countDown();
        Deployment lost = first.get(2, TimeUnit.MINUTES);

        assertThat(refused.outcome()).isEqualTo(Outcome.LOCKED);
        assertThat(refused.problem().orElseThrow())
                .hasMessageContaining("FS-DEPLOY-001")
                .hasMessageContaining("test since 20");
        assertThat(lost.outcome()).isEqualTo(Outcome.SWITCH_FAILED);
        assertThat(lost.problem().orElseThrow()).hasMessageContaining("FS-DEPLOY-002");
        assertThat(lost.release()).contains("r1");
        assertThat(Http.get(lab.at(shop.httpPort()), "shop.test", "/")).endsWith("v1 r1");
        assertThat(units(shop.application())).hasSize(1);
        assertThat(deploy(second).outcome()).isEqualTo(Outcome.LIVE);
    }

    /** Stops before the gate, until it is let go. */
    private static final class Halting extends PrintedProgress {
        private final CountDownLatch holding;
        private final CountDownLatch enough;

        Halting(CountDownLatch holding, CountDownLatch enough) {
            this.holding = holding;
            this.enough = enough;
        }

        @Override
        public void begins(Operation operation) {
            if (operation instanceof UnitOperation.Gate) {
                holding.countDown();
                try {
                    assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
