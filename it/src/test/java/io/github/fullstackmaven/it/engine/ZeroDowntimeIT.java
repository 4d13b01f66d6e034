package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.deploy.Deployment;
import io.github.fullstackmaven.deploy.Outcome;
import io.github.fullstackmaven.it.load.LoadClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@OnEveryEngine
class ZeroDowntimeIT extends EngineTest {
    @Test
    @Tag("redeploys")
    void losesNoRequestInTenRedeploys() {
        String first = shop.image(engine, "v1", "200");
        String second = shop.image(engine, "v2", "200");
        assertThat(deploy(shop.target(first)).outcome()).isEqualTo(Outcome.LIVE);

        LoadClient load = LoadClient.start("shop.test", lab.at(shop.httpPort()), "/order", "{}");
        for (int i = 0; i < 10; i++) {
            Deployment deployment = deploy(shop.target(i % 2 == 0 ? second : first));
            assertThat(deployment.outcome()).isEqualTo(Outcome.LIVE);
        }
        LoadClient.Report report = load.stop();

        System.out.println(report);
        assertThat(report.failures()).isEmpty();
        assertThat(report.answered()).isPositive();
        assertThat(units(shop.application())).hasSize(1);
    }
}
