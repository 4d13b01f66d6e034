package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.deploy.Deployment;
import io.github.fullstackmaven.deploy.Inspection;
import io.github.fullstackmaven.deploy.Release;
import io.github.fullstackmaven.deploy.Status;
import io.github.fullstackmaven.it.engine.EndedDeployment.How;
import io.github.fullstackmaven.it.load.LoadClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The tool comes to an end at each of its operations, while visitors keep asking; whatever is run
 * next finds its way, nothing is left over, and no request is lost.
 */
@Tag("faults")
@OnEveryEngine
class KillMatrixIT extends FaultTest {
    private static final int LEAST = 10;
    private static final String DEPLOY = "deploy";
    private static final String ROLLBACK = "rollback";

    private final List<String> story = new ArrayList<>();

    @Test
    void convergesWhenItIsKilledAfterAnyOperation() {
        endAtEveryOperation(How.KILLED_AFTER, "K1", "the tool killed after each operation", 137);
    }

    @Test
    void convergesWhenItIsKilledWithItsProgramsInAnyOperation() {
        endAtEveryOperation(
                How.KILLED_IN, "K2", "tool and engine's client killed in each operation", 137);
    }

    @Test
    void convergesWhenSomebodyPressesCtrlCInAnyOperation() {
        endAtEveryOperation(How.INTERRUPTED_IN, "K2", "SIGINT in each operation", 130);
    }

    @Test
    void convergesWhenItIsToldToEndInAnyOperation() {
        endAtEveryOperation(How.TERMINATED_IN, "K2", "SIGTERM in each operation", 143);
    }

    /** A deployment and a rollback by turns, each followed by a deployment or a rollback. */
    private void endAtEveryOperation(How how, String row, String fault, int exit) {
        deployTwo();
        LoadClient.Report report;
        int operations = 0;
        try (LoadClient load = visitors()) {
            boolean ended = true;
            while (ended) {
                operations++;
                String what = operations % 4 == 0 ? ROLLBACK : DEPLOY;
                String image = otherImage();
                int code =
                        EndedDeployment.run(
                                lab, shop, what.equals(ROLLBACK) ? what : image, how, operations);
                assertThat(code).isIn(0, exit);
                ended = code == exit;
                goOn(operations % 2 == 0 ? ROLLBACK : DEPLOY, image, what + " " + operations);
            }
            report = load.stop();
        }
        story.forEach(System.out::println);
        new Inspection(engine)
                .releases(shop.application()).stream()
                        .map(KillMatrixIT::line)
                        .forEach(System.out::println);
        record(row, fault, operations - 1, report, "converged each time");
        assertThat(operations).isGreaterThan(LEAST);
        assertThat(report.answered()).isPositive();
        assertThat(report.failures()).isEmpty();
    }

    private void goOn(String next, String image, String after) {
        String where = next + " after " + after;
        Status found = status();
        assertThat(found.release()).as(where).isPresent();
        assertThat(found.health()).as(where).isNotEqualTo("missing");
        Deployment done =
                next.equals(DEPLOY)
                        ? deploy(
                                TestApplication.target(
                                        shop.timed(TestApplication.patient()), image))
                        : rollback(whereTo(found.release().orElseThrow()));
        assertThat(done.ok()).as(where + ": " + done.problem()).isTrue();
        String live = done.release().orElseThrow();
        assertServedBy(live, where);
        assertThat(new Inspection(engine).releases(shop.application()))
                .as(where)
                .noneMatch(r -> r.state().equals("begun"));
        story.add(
                where
                        + ": "
                        + found.release().orElseThrow()
                        + " was live"
                        + (found.leftOver().isEmpty() ? "" : ", left over " + found.leftOver())
                        + ", then "
                        + live);
    }

    /**
     * Nothing is named, as people do it, but where the live release came back itself and those of
     * before it are forgotten: there one has to say which of the later ones.
     */
    private Optional<String> whereTo(String live) {
        List<String> kept =
                new Inspection(engine)
                        .releases(shop.application()).stream()
                                .filter(r -> r.state().equals("kept"))
                                .map(Release::name)
                                .toList();
        boolean before = kept.stream().anyMatch(r -> number(r) < number(live));
        return before ? Optional.empty() : kept.stream().findFirst();
    }

    private static int number(String release) {
        return Integer.parseInt(release.substring(1));
    }

    private static String line(Release release) {
        return release.name()
                + " "
                + release.state()
                + " "
                + release.time().map(Object::toString).orElse("-")
                + " "
                + release.took().map(Object::toString).orElse("-")
                + " "
                + release.cause().orElse("-");
    }
}
