package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.deploy.Deployer;
import io.github.fullstackmaven.deploy.Deployment;
import io.github.fullstackmaven.deploy.Inspection;
import io.github.fullstackmaven.deploy.Outcome;
import io.github.fullstackmaven.deploy.Status;
import io.github.fullstackmaven.deploy.Target;
import io.github.fullstackmaven.it.load.LoadClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What tests of faults have in common: two releases, visitors, and a line in the table. */
abstract class FaultTest extends EngineTest {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final List<String> images = new ArrayList<>();

    /** Deploys twice, so that there is a release to go back to. */
    final void deployTwo() {
        images.add(shop.image(engine, "v1", "200"));
        images.add(shop.image(engine, "v2", "200"));
        for (String image : images) {
            Target target = TestApplication.target(shop.timed(TestApplication.patient()), image);
            assertThat(deploy(target).outcome()).isEqualTo(Outcome.LIVE);
        }
    }

    /** Returns the image that is not live, so that a deployment has something to do. */
    final String otherImage() {
        String live = status().imageId().orElseThrow();
        return images.stream().filter(i -> !i.equals(live)).findFirst().orElseThrow();
    }

    /** Starts the usual number of visitors: together more than one request in a millisecond. */
    final LoadClient visitors() {
        return LoadClient.startPausing(PAUSE, "shop.test", lab.at(shop.httpPort()), "/order", "{}");
    }

    final Status status() {
        return new Inspection(engine).status(shop.application());
    }

    final Deployment rollback(Optional<String> release) {
        return new Deployer(engine, new PrintedProgress(), Clock.systemUTC())
                .rollback(shop.timed(TestApplication.patient()), release, "test");
    }

    /** Exactly one unit, which is the live release's and answers. */
    final void assertServedBy(String release, String where) {
        assertThat(page()).as(where).startsWith("HTTP/1.1 200").endsWith(" " + release);
        assertThat(units(shop.application()))
                .as(where)
                .containsExactly("fullstack-" + shop.application().id() + "-" + release);
        assertThat(leftOver()).as(where).isEmpty();
    }
}
