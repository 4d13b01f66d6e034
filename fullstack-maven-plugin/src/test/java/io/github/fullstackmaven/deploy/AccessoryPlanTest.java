package io.github.fullstackmaven.deploy;

import static io.github.fullstackmaven.deploy.Examples.IMAGE;
import static io.github.fullstackmaven.deploy.Examples.NOTHING;
import static io.github.fullstackmaven.deploy.Examples.serving;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.deploy.Observed.Accessory;
import io.github.fullstackmaven.deploy.Observed.Beside;
import io.github.fullstackmaven.deploy.Observed.Container;
import io.github.fullstackmaven.deploy.Observed.Unit;
import io.github.fullstackmaven.engine.ContainerSpec;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Resources;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.Surroundings;
import io.github.fullstackmaven.model.Variables;
import io.github.fullstackmaven.model.Volume;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of databases and the like while releases come and go. */
class AccessoryPlanTest {
    private static final String POSTGRES = "docker.io/library/postgres:17";

    @Test
    void isMadeAndWellBeforeTheFirstReleaseIsBegun() {
        assertThat(plan(target(), NOTHING))
                .containsSubsequence(
                        "pull image docker.io/library/postgres:17: accessory db is made from it",
                        "take lock fullstack-lock-shop-pro: one deployment at a time",
                        "create edge fullstack-edge-8080: nothing of ours serves port 8080",
                        "create network fullstack-shop-pro: it is missing",
                        "create volume shop-pro_pg: it is missing",
                        "create accessory fullstack-shop-pro-db: it is missing",
                        "start accessory fullstack-shop-pro-db: releases come and go, and find it"
                                + " there",
                        "wait for health of fullstack-shop-pro-db: no release is started before it"
                                + " is well",
                        "write journal begin r1: nothing is live",
                        "create unit fullstack-shop-pro-r1: nothing is live");
    }

    @Test
    void nothingIsDoneWhenNothingChanged() {
        assertThat(plan(target(), live(db("running")))).isEmpty();
        assertThat(warnings(target(), live(db("running")))).isEmpty();
    }

    @Test
    void aReleaseLeavesItAlone() {
        Target other = Examples.target(withDb("", ""), Examples.OTHER_IMAGE);

        assertThat(plan(other, live(db("running"))))
                .contains("create unit fullstack-shop-pro-r4: image changed")
                .noneMatch(line -> line.contains("accessory") || line.contains("shop-pro-db"));
    }

    @Test
    void oneThatChangedIsLeftAloneAndSaidToBe() {
        Target changed = Examples.target(withDb("2g", ""), IMAGE);

        assertThat(plan(changed, live(db("running")))).isEmpty();
        assertThat(warnings(changed, live(db("running"))))
                .containsExactly(
                        "FS-ACCESSORY-012 <accessory> db: it runs as it was made, and the POM says"
                                + " otherwise now; no release replaces it;"
                                + " -Dfullstack.recreateAccessories=db makes it again: its volumes"
                                + " stay, and the application does without it meanwhile");
    }

    @Test
    void itIsMadeAgainWhenThatIsAskedFor() {
        Target changed = Examples.target(withDb("2g", ""), IMAGE).recreating(List.of("db"));

        assertThat(plan(changed, live(db("running"))))
                .containsExactly(
                        "take lock fullstack-lock-shop-pro: one deployment at a time",
                        "remove accessory fullstack-shop-pro-db: fullstack.recreateAccessories names"
                                + " it; the application does without it until it is well again",
                        "create accessory fullstack-shop-pro-db: fullstack.recreateAccessories names"
                                + " it",
                        "start accessory fullstack-shop-pro-db: releases come and go, and find it"
                                + " there",
                        "wait for health of fullstack-shop-pro-db: no release is started before it"
                                + " is well",
                        "release lock fullstack-lock-shop-pro: done");
        assertThat(warnings(changed, live(db("running")))).isEmpty();
    }

    @Test
    void oneThatStandsStillIsStartedBeforeWhatNeedsIt() {
        Observed stopped = live("exited", db("exited"));

        assertThat(plan(target(), stopped))
                .containsExactly(
                        "take lock fullstack-lock-shop-pro: one deployment at a time",
                        "start accessory fullstack-shop-pro-db: it is exited",
                        "wait for health of fullstack-shop-pro-db: it was started",
                        "start unit fullstack-shop-pro-r3: it is live and exited",
                        "wait for health of fullstack-shop-pro-r3: it was started",
                        "release lock fullstack-lock-shop-pro: done");
    }

    @Test
    void aReleaseWaitsForOneThatIsNotWell() {
        Target other = Examples.target(withDb("", ""), Examples.OTHER_IMAGE);

        assertThat(plan(other, live(db("running", "unhealthy"))))
                .containsSubsequence(
                        "write journal begin r4: image changed",
                        "wait for health of fullstack-shop-pro-db: it is unhealthy",
                        "create unit fullstack-shop-pro-r4: image changed");
    }

    @Test
    void oneThatThePomDoesNotNameAnyMoreStaysAndIsSaidToBeThere() {
        Target without = Examples.target();

        assertThat(plan(without, live(db("running"))))
                .contains("create unit fullstack-shop-pro-r4: model changed")
                .noneMatch(line -> line.contains("accessory"));
        assertThat(warnings(without, live(db("running"))))
                .containsExactly(
                        "FS-ACCESSORY-013 accessory db: it is there, and the POM does not name it"
                                + " any more; podman rm -f fullstack-shop-pro-db removes it and"
                                + " leaves its volumes; undeploy removes all");
    }

    @Test
    void aRollbackStartsOneThatStandsStillAndSaysNothing() {
        Aim back =
                new Aim.Again(
                        Examples.application(),
                        "anna",
                        "r2",
                        target().blueprint("r2"),
                        Set.of(),
                        List.of());
        Observed observed = live(db("exited"));

        assertThat(lines(Planner.plan(back, observed)))
                .contains("start accessory fullstack-shop-pro-db: it is exited")
                .noneMatch(line -> line.startsWith("create network"));
        assertThat(new AccessoryPlanner(back, observed).warnings("docker")).isEmpty();
        assertThat(lines(Planner.plan(back, serving("r3", unit("running")))))
                .contains("create network fullstack-shop-pro: it is missing");
    }

    @Test
    void whatDidNotGetWellIsTakenDownWithWhatWasMadeForIt() {
        assertThat(undo(NOTHING, AccessoryOperation.GateAccessory.class))
                .containsSequence(
                        "remove accessory fullstack-shop-pro-db: it did not get well",
                        "remove volume shop-pro_pg: it was made for this release")
                .contains("remove network fullstack-shop-pro: nobody is in it");
        Observed kept = with(NOTHING, Set.of("shop-pro_pg"), List.of());
        assertThat(undo(kept, AccessoryOperation.GateAccessory.class))
                .contains("remove accessory fullstack-shop-pro-db: it did not get well")
                .noneMatch(line -> line.startsWith("remove volume"));
    }

    @Test
    void whatIsWellStaysThoughTheReleaseWasNoGood() {
        assertThat(undo(NOTHING, UnitOperation.Gate.class))
                .contains("retire unit fullstack-shop-pro-r1: it did not go live")
                .noneMatch(
                        line ->
                                line.startsWith("remove accessory")
                                        || line.startsWith("remove volume")
                                        || line.startsWith("remove network fullstack-shop-pro"));
    }

    @Test
    void undeployTakesItWithTheUnitsAndLeavesItsVolume() {
        assertThat(
                        lines(
                                UndeployPlanner.plan(
                                        Examples.application(),
                                        live(db("running")),
                                        List.of(),
                                        List.of())))
                .containsSubsequence(
                        "remove unit fullstack-shop-pro-r3: the application goes",
                        "remove accessory fullstack-shop-pro-db: the application goes",
                        "remove network fullstack-shop-pro: the application goes")
                .noneMatch(line -> line.startsWith("remove volume"));
    }

    @Test
    void somebodyElsesImageMayBecomeAnotherUserAndNoMore() {
        ContainerSpec spec = spec(withDb("", ""));

        assertThat(spec.user()).isEmpty();
        assertThat(spec.root()).isEqualTo(ContainerSpec.Root.WRITABLE);
        assertThat(spec.capabilities())
                .containsExactly("CHOWN", "DAC_OVERRIDE", "FOWNER", "SETGID", "SETUID");
        assertThat(spec.network()).contains("fullstack-shop-pro");
        assertThat(spec.aliases()).containsExactly("db");
        assertThat(spec.environment()).containsEntry("POSTGRES_PASSWORD", "it's \"$x\"\n#;}");
    }

    @Test
    void oneThatIsToldWhoItIsMayNothingBesides() {
        assertThat(spec(withDb("", "999:999")).capabilities()).isEmpty();
        assertThat(spec(withDb("", "999:999")).user()).contains("999:999");
    }

    @Test
    void theModelOfAUnitHasThatItIsReachedAndNotHowItIsMade() {
        assertThat(target().model())
                .isEqualTo(Examples.target(withDb("2g", "5:5"), IMAGE).model())
                .isNotEqualTo(Examples.target().model());
    }

    private static ContainerSpec spec(Application application) {
        return Specs.accessory(application, application.surroundings().accessories().get(0));
    }

    private static Application withDb(String memory, String user) {
        return Examples.application()
                .with(
                        Surroundings.NONE.withAccessories(
                                List.of(
                                        new io.github.fullstackmaven.model.Accessory(
                                                "db",
                                                POSTGRES,
                                                Optional.of(user).filter(u -> !u.isEmpty()),
                                                new Variables(
                                                        Map.of(
                                                                "POSTGRES_PASSWORD",
                                                                Sourced.byDefault(
                                                                        "it's \"$x\"\n#;}"))),
                                                List.of(
                                                        new Volume(
                                                                "pg", "/data", false, false, "x")),
                                                Optional.of("pg_isready"),
                                                new Resources(
                                                        Optional.of(memory)
                                                                .filter(m -> !m.isEmpty()),
                                                        Optional.empty(),
                                                        1,
                                                        Resources.DEFAULT.requests()),
                                                List.of("-c", "fsync=on")))));
    }

    private static Target target() {
        return Examples.target(withDb("", ""), IMAGE);
    }

    private static Accessory db(String status) {
        return db(status, "healthy");
    }

    private static Accessory db(String status, String health) {
        return new Accessory(
                "db",
                "fullstack-shop-pro-db",
                "id-db",
                POSTGRES,
                spec(withDb("", "")).labels().get(Labels.MODEL),
                status,
                Optional.of(health));
    }

    private static Unit unit(String status) {
        return new Unit(
                "r3",
                List.of(
                        new Container(
                                "app",
                                "fullstack-shop-pro-r3",
                                "id",
                                IMAGE,
                                target().model(),
                                status,
                                Optional.of("healthy"),
                                "")));
    }

    private static Observed live(Accessory accessory) {
        return live("running", accessory);
    }

    private static Observed live(String status, Accessory accessory) {
        return with(serving("r3", unit(status)), Set.of("shop-pro_pg"), List.of(accessory));
    }

    private static Observed with(
            Observed observed, Set<String> volumes, List<Accessory> accessories) {
        Set<String> images = accessories.isEmpty() ? Set.of() : Set.of(POSTGRES);
        return ObservedBut.like(observed)
                .volumes(volumes)
                .beside(
                        new Beside(
                                List.of(), List.of(), accessories, !accessories.isEmpty(), images))
                .observed();
    }

    private static List<String> plan(Target target, Observed observed) {
        return lines(Planner.plan(new Aim.New(target), observed));
    }

    private static List<String> warnings(Target target, Observed observed) {
        return new AccessoryPlanner(new Aim.New(target), observed)
                .warnings("podman").stream().map(Finding::toString).toList();
    }

    private static List<String> lines(List<Operation> operations) {
        return operations.stream().map(Operation::line).toList();
    }

    private static List<String> undo(Observed observed, Class<? extends Operation> failedAt) {
        List<Operation> all = Planner.plan(new Aim.New(target()), observed);
        List<Operation> done = all.stream().takeWhile(op -> !failedAt.isInstance(op)).toList();
        Operation failed = all.get(done.size());
        Setback why = new Setback(Outcome.UNHEALTHY, Problems.interrupted());
        return lines(UndoPlanner.plan(target().application(), observed, done, failed, why));
    }
}
