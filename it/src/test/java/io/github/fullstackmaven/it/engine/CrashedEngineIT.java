package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.deploy.Deployment;
import io.github.fullstackmaven.deploy.EdgeUpgrader;
import io.github.fullstackmaven.deploy.Inspection;
import io.github.fullstackmaven.deploy.Operation;
import io.github.fullstackmaven.deploy.Release;
import io.github.fullstackmaven.deploy.SiteOperation;
import io.github.fullstackmaven.deploy.UnitOperation;
import io.github.fullstackmaven.model.Application;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The engine dies in the middle of a deployment, with all that runs on it. */
@Tag("faults")
@OnEveryEngine
class CrashedEngineIT extends FaultTest {
    private static final List<Class<? extends Operation>> MOMENTS =
            List.of(UnitOperation.Gate.class, SiteOperation.Drain.class);

    @Test
    void theNextDeploymentFindsItsWayWithNobodysHelp() {
        deployTwo();
        for (Class<? extends Operation> moment : MOMENTS) {
            String wanted = otherImage();
            Deployment hit =
                    deploy(shop.target(wanted), new Meanwhile<>(moment, op -> lab.crash()));
            engine = lab.engine();

            Deployment next =
                    deploy(TestApplication.target(shop.timed(TestApplication.patient()), wanted));

            assertThat(next.ok()).as(moment + ": " + next.problem()).isTrue();
            assertServedBy(next.release().orElseThrow(), moment.getSimpleName());
            assertThat(status().imageId()).contains(wanted);
            assertThat(
                            new Inspection(engine)
                                    .releases(shop.application()).stream().map(Release::state))
                    .doesNotContain("begun");
            record(
                    "K2",
                    "the engine killed -9 at " + moment.getSimpleName() + ", and started",
                    1,
                    hit.outcome().id() + ", then " + next.outcome().id());
        }
    }

    /** An engine may start the holder of the ports, and the edge too early or not at all. */
    @Test
    void aSiteWhoseEdgeWasUpgradedComesBackByItself() throws Exception {
        deployTwo();
        String newer = EdgeImage.labelled(engine, "it-crashedengineit-edge:newer");
        try {
            Application upgraded = EndedUpgrade.with(shop.application(), newer);
            new EdgeUpgrader(engine, new PrintedProgress(), Clock.systemUTC())
                    .upgrade(upgraded, "it");

            lab.crash();
            engine = lab.engine();
            String page = awaitPage();
            System.out.println("served by " + status().edgeVersion() + ", " + leftOver());

            assertThat(page).startsWith("HTTP/1.1 200").endsWith(" r2");
            Deployment next = deploy(shop.target(otherImage()));
            assertThat(next.ok()).as(String.valueOf(next.problem())).isTrue();
            assertServedBy("r3", "after the crash");
            assertThat(status().edgeRunning()).isTrue();
            assertThat(engine.container(status().edge()).orElseThrow().imageId())
                    .isEqualTo(engine.image(newer).orElseThrow().id());
            record(
                    "K2",
                    "the engine killed -9 after an upgrade of the edge, and started",
                    1,
                    "came back, then " + next.outcome().id());
        } finally {
            undeploy(shop.application());
            engine.removeImage(newer);
        }
    }
}
