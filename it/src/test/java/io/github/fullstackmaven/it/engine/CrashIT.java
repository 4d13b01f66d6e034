package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.deploy.Deployment;
import io.github.fullstackmaven.deploy.Outcome;
import io.github.fullstackmaven.it.load.LoadClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnEveryEngine
class CrashIT extends EngineTest {
    private static final List<String> STEPS =
            List.of(
                    "TakeLock",
                    "CreateUnit",
                    "StartUnit",
                    "AddUpstream",
                    "Gate",
                    "Switch",
                    "Drain",
                    "RetireUnit");

    @Test
    void servesAndConvergesWhereverTheDeployerIsKilled() throws Exception {
        List<String> images =
                List.of(shop.image(engine, "v1", "200"), shop.image(engine, "v2", "200"));
        int turn = 0;
        assertThat(deploy(shop.target(images.get(0))).outcome()).isEqualTo(Outcome.LIVE);
        LoadClient load = LoadClient.start("shop.test", lab.at(shop.httpPort()), "/order", "{}");

        for (String step : STEPS) {
            turn = 1 - turn;
            assertThat(crash(images.get(turn), step)).as(step).isEqualTo(137);
            Deployment next = deploy(shop.target(images.get(turn)));

            assertThat(next.ok()).as(step + ": " + next.problem()).isTrue();
            assertThat(units(shop.application())).as(step).hasSize(1);
            assertThat(Http.get(lab.at(shop.httpPort()), "shop.test", "/"))
                    .as(step)
                    .contains("v" + (turn + 1) + " " + next.release().orElseThrow());
            assertThat(plan(shop.target(images.get(turn)))).as(step).isEmpty();
        }

        LoadClient.Report report = load.stop();
        System.out.println(report);
        assertThat(report.failures()).isEmpty();
    }

    private int crash(String image, String step) throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashedDeploy.class.getName(),
                        shop.name(),
                        "shop.test",
                        String.valueOf(shop.httpPort()),
                        String.valueOf(shop.httpsPort()),
                        image,
                        step,
                        lab.name())
                .inheritIO()
                .start()
                .waitFor();
    }
}
