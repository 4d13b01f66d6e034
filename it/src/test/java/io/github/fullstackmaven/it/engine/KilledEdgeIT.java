package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.deploy.Deployment;
import io.github.fullstackmaven.deploy.Operation;
import io.github.fullstackmaven.deploy.SiteOperation;
import io.github.fullstackmaven.deploy.UnitOperation;
import io.github.fullstackmaven.host.Command;
import io.github.fullstackmaven.host.LocalCommands;
import io.github.fullstackmaven.host.Result;
import io.github.fullstackmaven.it.load.LoadClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The edge dies in the middle of a deployment: the engine starts it again, and all goes on. */
@Tag("faults")
@OnEveryEngine
class KilledEdgeIT extends FaultTest {
    private static final List<Class<? extends Operation>> MOMENTS =
            List.of(
                    UnitOperation.Gate.class,
                    SiteOperation.Switch.class,
                    SiteOperation.Drain.class);

    @Test
    void isStartedAgainAndTheNextDeploymentPutsThingsInOrder() throws InterruptedException {
        deployTwo();
        for (Class<? extends Operation> moment : MOMENTS) {
            String before = status().release().orElseThrow();
            LoadClient load = visitors();
            Deployment hit =
                    deploy(shop.target(otherImage()), new Meanwhile<>(moment, op -> killEdge()));
            awaitPage();
            String served = status().release().orElseThrow();
            List<String> possible = new ArrayList<>(List.of(before));
            hit.release().ifPresent(possible::add);
            assertThat(possible).as(moment.getSimpleName()).contains(served);
            Deployment next =
                    deploy(
                            TestApplication.target(
                                    shop.timed(TestApplication.patient()), otherImage()));
            LoadClient.Report report = load.stop();

            assertThat(next.ok()).as(moment + ": " + next.problem()).isTrue();
            assertServedBy(next.release().orElseThrow(), moment.getSimpleName());
            // While nobody listens, connections are refused: these are counted, not promised away.
            record(
                    "K2",
                    "the edge killed -9 at " + moment.getSimpleName(),
                    1,
                    report,
                    hit.outcome().id() + ", then " + next.outcome().id());
        }
    }

    private void killEdge() {
        String edge = "fullstack-edge-" + shop.httpPort();
        Result pid =
                lab.commands()
                        .run(
                                Command.of(
                                        List.of(
                                                lab.program(),
                                                "container",
                                                "inspect",
                                                "--format",
                                                "{{.State.Pid}}",
                                                edge)));
        List<String> kill = new ArrayList<>(lab.inside());
        // There need not be a program of that name; every shell has one.
        kill.addAll(List.of("/bin/sh", "-c", "kill -KILL " + pid.out().strip()));
        Result killed = new LocalCommands().run(Command.of(kill));
        assertThat(killed.ok()).as(killed.err()).isTrue();
    }
}
