package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.deploy.Deployer;
import io.github.fullstackmaven.deploy.Deployment;
import io.github.fullstackmaven.deploy.Outcome;
import io.github.fullstackmaven.it.load.LoadClient;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Resources;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What one application forgets, others may still want to go back to. */
@Tag("faults")
@OnEveryEngine
class NeighboursReleasesIT extends FaultTest {
    @Test
    void anotherEnvironmentAndAnotherProjectCanStillGoBack() {
        TestApplication other =
                new TestApplication(
                        "it-other", Optional.of("other.test"), shop.httpPort(), shop.httpsPort());
        TestApplication far =
                new TestApplication("it-far", Optional.of("far.test"), freePort(), freePort());
        Application elsewhere = inEnvironment("DEV", "dev.shop.test");
        deployTwo();
        String second = status().imageId().orElseThrow();
        String first = otherImage();
        for (String image : List.of(first, second)) {
            assertThat(deploy(other.target(image)).ok()).isTrue();
            assertThat(deploy(far.target(image)).ok()).isTrue();
            assertThat(deploy(TestApplication.target(elsewhere, image)).ok()).isTrue();
        }
        LoadClient load = visitors();

        // Only the live release and the one before are kept here.
        Application forgetful = shop.with(shop.application().timing(), Resources.DEFAULT, 1);
        for (String version : List.of("v3", "v4", "v5")) {
            String image = shop.image(engine, version, "200");
            assertThat(deploy(TestApplication.target(forgetful, image)).ok()).isTrue();
        }

        LoadClient.Report report = load.stop();
        Deployment othersBack = back(other.application());
        Deployment elsewhereBack = back(elsewhere);
        Deployment farBack = back(far.application());
        record(
                "D2",
                "prune beside another environment, another project and another edge",
                3,
                report,
                Stream.of(othersBack, elsewhereBack, farBack)
                        .map(back -> back.outcome().id())
                        .collect(Collectors.joining(", ", "they go back: ", "")));
        assertThat(othersBack.outcome()).as(why(othersBack)).isEqualTo(Outcome.LIVE);
        assertThat(farBack.outcome()).as(why(farBack)).isEqualTo(Outcome.LIVE);
        assertThat(elsewhereBack.outcome()).as(why(elsewhereBack)).isEqualTo(Outcome.LIVE);
        assertThat(Http.get(lab.at(shop.httpPort()), "other.test", "/")).endsWith("v1 r1");
        assertThat(Http.get(lab.at(shop.httpPort()), "dev.shop.test", "/")).endsWith("v1 r1");
        assertThat(Http.get(lab.at(far.httpPort()), "far.test", "/")).endsWith("v1 r1");
        assertThat(page()).endsWith("v5 r5");
        assertThat(report.failures()).isEmpty();
    }

    private Deployment back(Application application) {
        return new Deployer(engine, new PrintedProgress(), Clock.systemUTC())
                .rollback(application, Optional.empty(), "test");
    }

    private static String why(Deployment deployment) {
        return deployment.problem().map(Throwable::getMessage).orElse("");
    }

    private Application inEnvironment(String environment, String domain) {
        Application usual = shop.application();
        return usual.but().environment(environment).domain(Optional.of(domain)).application();
    }
}
