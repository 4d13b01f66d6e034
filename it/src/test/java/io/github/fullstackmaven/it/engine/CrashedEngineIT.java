package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.deploy.Deployment;
import io.github.fullstackmaven.deploy.Inspection;
import io.github.fullstackmaven.deploy.Operation;
import io.github.fullstackmaven.deploy.Release;
import io.github.fullstackmaven.it.faults.FaultTable;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The engine dies in the middle of a deployment, with all that runs on it. */
@Tag("faults")
@OnEveryEngine
class CrashedEngineIT extends FaultTest {
    private static final List<Class<? extends Operation>> MOMENTS =
            List.of(Operation.Gate.class, Operation.Drain.class);

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
            FaultTable.add(
                    lab,
                    new FaultTable.Row(
                            "K2",
                            "the engine killed -9 at " + moment.getSimpleName() + ", and started",
                            1,
                            0,
                            0,
                            hit.outcome().id() + ", then " + next.outcome().id(),
                            leftOver()));
        }
    }
}
