package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.deploy.Deployer;
import io.github.fullstackmaven.deploy.Deployment;
import io.github.fullstackmaven.deploy.Inspection;
import io.github.fullstackmaven.deploy.Outcome;
import io.github.fullstackmaven.deploy.Release;
import io.github.fullstackmaven.deploy.Status;
import io.github.fullstackmaven.it.load.LoadClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The tool is killed after each of its operations, while clients keep asking; whatever is run next
 * finds its way, nothing is left over, and no request is lost.
 */
@Tag("faults")
class KillMatrixIT extends EngineTest {
    private static final int KILLED = 137;
    private static final int LEAST = 10;
    private static final String ROLLBACK = "rollback";

    private final List<String> images = new ArrayList<>();
    private final List<String> story = new ArrayList<>();

    /** What somebody does who finds that the tool was killed. */
    private enum Next {
        DEPLOY,
        ROLLBACK
    }

    @Test
    void convergesAfterEveryOperationOfADeploymentByTurns() throws Exception {
        begin();
        try (LoadClient load = LoadClient.start("shop.test", shop.httpPort(), "/order", "{}")) {
            int operations = 0;
            for (String image = otherImage(); killed(image, operations + 1); image = otherImage()) {
                operations++;
                goOn(operations % 2 == 0 ? Next.ROLLBACK : Next.DEPLOY, image, operations);
            }
            end(load, operations);
        }
    }

    @Test
    void convergesAfterEveryOperationOfDeploymentsAndRollbacks() throws Exception {
        begin();
        try (LoadClient load = LoadClient.start("shop.test", shop.httpPort(), "/order", "{}")) {
            int operations = 0;
            for (Next next : Next.values()) {
                for (String what : List.of("deploy", ROLLBACK)) {
                    operations = 0;
                    String image = otherImage();
                    while (killed(what.equals(ROLLBACK) ? what : image, operations + 1)) {
                        operations++;
                        goOn(next, image, operations);
                        // There has to be somewhere to go back to.
                        assertThat(deploy(shop.target(otherImage())).ok()).isTrue();
                        image = otherImage();
                    }
                    assertThat(operations).isGreaterThan(LEAST);
                }
            }
            end(load, operations);
        }
    }

    private void begin() {
        images.add(shop.image(engine, "v1", "200"));
        images.add(shop.image(engine, "v2", "200"));
        for (String image : images) {
            assertThat(deploy(shop.target(image)).outcome()).isEqualTo(Outcome.LIVE);
        }
    }

    private void goOn(Next next, String image, int operations) {
        String where = next + " after operation " + operations;
        Status found = new Inspection(engine).status(shop.application());
        assertThat(found.release()).as(where).isPresent();
        assertThat(found.health()).as(where).isNotEqualTo("missing");
        Deployment done =
                switch (next) {
                    case DEPLOY -> deploy(shop.target(image));
                    case ROLLBACK -> rollback();
                };
        assertThat(done.ok()).as(where + ": " + done.problem()).isTrue();
        String live = done.release().orElseThrow();
        assertThat(Http.get(shop.httpPort(), "shop.test", "/")).as(where).endsWith(" " + live);
        assertThat(units(shop.application()))
                .as(where)
                .containsExactly("fullstack-" + shop.application().id() + "-" + live);
        assertThat(new Inspection(engine).releases(shop.application()))
                .as(where)
                .noneMatch(r -> r.state().equals("begun"));
        story.add(where + ": " + found.release().orElseThrow() + " was live, then " + live);
    }

    private void end(LoadClient load, int operations) {
        LoadClient.Report report = load.stop();
        story.forEach(System.out::println);
        new Inspection(engine)
                .releases(shop.application()).stream()
                        .map(KillMatrixIT::line)
                        .forEach(System.out::println);
        System.out.println(report);
        assertThat(operations).isGreaterThan(LEAST);
        assertThat(report.answered()).isPositive();
        assertThat(report.failures()).isEmpty();
    }

    private static String line(Release release) {
        return release.name()
                + " "
                + release.state()
                + " "
                + release.time().map(Object::toString).orElse("-")
                + " "
                + release.cause().orElse("-");
    }

    /** The image that is not live, so that a deployment has something to do. */
    private String otherImage() {
        String live = new Inspection(engine).status(shop.application()).imageId().orElseThrow();
        return images.stream().filter(i -> !i.equals(live)).findFirst().orElseThrow();
    }

    private Deployment rollback() {
        return new Deployer(engine, new PrintedProgress(), Clock.systemUTC())
                .rollback(shop.application(), Optional.empty(), "test");
    }

    /** Returns false when it came to its end before so many operations. */
    private boolean killed(String what, int operations) throws IOException, InterruptedException {
        int exit =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledDeployment.class.getName(),
                                shop.name(),
                                "shop.test",
                                String.valueOf(shop.httpPort()),
                                String.valueOf(shop.httpsPort()),
                                what,
                                String.valueOf(operations))
                        .inheritIO()
                        .start()
                        .waitFor();
        assertThat(exit).isIn(0, KILLED);
        return exit == KILLED;
    }
}
