package io.github.fullstackmaven.deploy;

import static io.github.fullstackmaven.deploy.Examples.EDGE;
import static io.github.fullstackmaven.deploy.Examples.IMAGE;
import static io.github.fullstackmaven.deploy.Examples.NOTHING;
import static io.github.fullstackmaven.deploy.Examples.OTHER_IMAGE;
import static io.github.fullstackmaven.deploy.Examples.OWN;
import static io.github.fullstackmaven.deploy.Examples.again;
import static io.github.fullstackmaven.deploy.Examples.serving;
import static io.github.fullstackmaven.deploy.Examples.target;
import static io.github.fullstackmaven.deploy.Examples.unit;
import static io.github.fullstackmaven.deploy.Examples.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fullstackmaven.deploy.Observed.EdgeState;
import io.github.fullstackmaven.deploy.Observed.ReleaseRecord;
import io.github.fullstackmaven.deploy.Observed.Site;
import io.github.fullstackmaven.deploy.Observed.Trace;
import io.github.fullstackmaven.deploy.Observed.Unit;
import io.github.fullstackmaven.engine.ContainerSpec;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Hook;
import io.github.fullstackmaven.model.Hooks;
import io.github.fullstackmaven.model.Secret;
import io.github.fullstackmaven.model.Surroundings;
import io.github.fullstackmaven.model.Volume;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlannerTest {
    @Test
    void makesEverythingOnAnEmptyEngine() {
        assertThat(plan(target(), NOTHING))
                .containsExactly(
                        "take lock fullstack-lock-shop-pro: one deployment at a time",
                        "create network fullstack-edge-8080: it is missing",
                        "prepare volume fullstack-edge-8080: it is missing",
                        "create edge fullstack-edge-8080: nothing of ours serves port 8080",
                        "write journal begin r1: nothing is live",
                        "create unit fullstack-shop-pro-r1: nothing is live",
                        "start unit fullstack-shop-pro-r1: new release",
                        "add upstream r1: the edge has to know it before it is live",
                        "wait for health of fullstack-shop-pro-r1: it goes live only when it is"
                                + " well",
                        "switch edge from nothing to r1: nothing is live",
                        "watch fullstack-shop-pro-r1: it is new",
                        "drain edge's old workers: requests to the release before may go on",
                        "write journal live r1: nothing is live",
                        "release lock fullstack-lock-shop-pro: done");
    }

    @Test
    void doesNothingWhenNothingChanged() {
        assertThat(plan(target(), serving("r3", unit("r3", "running")))).isEmpty();
    }

    @Test
    void startsTheNewReleaseBesideTheOldOne() {
        assertThat(plan(target(), serving("r3", unit("r3", "running", OTHER_IMAGE))))
                .containsExactly(
                        "take lock fullstack-lock-shop-pro: one deployment at a time",
                        "write journal begin r4: image changed",
                        "create unit fullstack-shop-pro-r4: image changed",
                        "start unit fullstack-shop-pro-r4: new release",
                        "add upstream r4: the edge has to know it before it is live",
                        "wait for health of fullstack-shop-pro-r4: it goes live only when it is"
                                + " well",
                        "switch edge from r3 to r4: image changed",
                        "watch fullstack-shop-pro-r4: it is new",
                        "drain edge's old workers: requests to the release before may go on",
                        "retire unit fullstack-shop-pro-r3: r4 is live",
                        "write journal live r4: image changed",
                        "release lock fullstack-lock-shop-pro: done");
    }

    @Test
    void makesANewReleaseWhenOnlyAVariableChanged() {
        Target changed =
                target(Examples.application(Optional.of("shop.test"), List.of(), "another"), IMAGE);

        assertThat(plan(changed, serving("r3", unit("r3", "running"))))
                .contains("create unit fullstack-shop-pro-r4: model changed");
    }

    // The kill table: what the next run finds, and what it does.

    @Test
    void killedAfterTheLockNothingIsLeftOver() {
        assertThat(plan(target(), serving("r3", unit("r3", "running", OTHER_IMAGE)))).hasSize(12);
    }

    @Test
    void killedBeforeTheSwitchTheCandidateIsRetiredFirst() {
        for (String status : List.of("created", "running", "restarting", "exited")) {
            assertThat(
                            plan(
                                    target(),
                                    serving(
                                            "r3",
                                            unit("r3", "running", OTHER_IMAGE),
                                            unit("r4", status))))
                    .startsWith(
                            "take lock fullstack-lock-shop-pro: one deployment at a time",
                            "drain edge's old workers: requests to an earlier release may go on",
                            "retire unit fullstack-shop-pro-r4: left over, r3 is live",
                            "write journal begin r5: image changed",
                            "create unit fullstack-shop-pro-r5: image changed");
        }
    }

    @Test
    void killedInTheMiddleOfTheSwitchTheRunningEdgeIsBelieved() {
        assertThat(
                        plan(
                                target(),
                                serving("r3", "r4", unit("r3", "running"), unit("r4", "running"))))
                .containsExactly(
                        "take lock fullstack-lock-shop-pro: one deployment at a time",
                        "restore slot to r3: the edge serves it, its slot file says r4",
                        "drain edge's old workers: requests to an earlier release may go on",
                        "retire unit fullstack-shop-pro-r4: left over, r3 is live",
                        "release lock fullstack-lock-shop-pro: done");
    }

    @Test
    void killedAfterTheSwitchTheOldReleaseIsRetiredAndNothingElseDone() {
        assertThat(
                        plan(
                                target(),
                                serving(
                                        "r4",
                                        unit("r3", "running", OTHER_IMAGE),
                                        unit("r4", "running"))))
                .containsExactly(
                        "take lock fullstack-lock-shop-pro: one deployment at a time",
                        "drain edge's old workers: requests to an earlier release may go on",
                        "retire unit fullstack-shop-pro-r3: left over, r4 is live",
                        "release lock fullstack-lock-shop-pro: done");
    }

    @Test
    void killedAfterTheOldOneWasStoppedItIsRemoved() {
        assertThat(
                        plan(
                                target(),
                                serving(
                                        "r4",
                                        unit("r3", "exited", OTHER_IMAGE),
                                        unit("r4", "running"))))
                .contains("retire unit fullstack-shop-pro-r3: left over, r4 is live");
    }

    @Test
    void startsALiveUnitThatDoesNotRunBeforeAnythingIsRetired() {
        assertThat(plan(target(), serving("r3", unit("r3", "exited"), unit("r4", "running"))))
                .startsWith(
                        "take lock fullstack-lock-shop-pro: one deployment at a time",
                        "start unit fullstack-shop-pro-r3: it is live and exited",
                        "wait for health of fullstack-shop-pro-r3: it was started",
                        "drain edge's old workers: requests to an earlier release may go on",
                        "retire unit fullstack-shop-pro-r4: left over, r3 is live");
    }

    @Test
    void doesNotWaitForALiveUnitThatTheNewReleaseIsToCure() {
        assertThat(plan(target(), serving("r3", unit("r3", "restarting", OTHER_IMAGE))))
                .startsWith(
                        "take lock fullstack-lock-shop-pro: one deployment at a time",
                        "revive unit fullstack-shop-pro-r3: it is live until the new release is,"
                                + " and restarting",
                        "write journal begin r4: image changed",
                        "create unit fullstack-shop-pro-r4: image changed")
                .doesNotContain("wait for health of fullstack-shop-pro-r3: it was started");
    }

    @Test
    void startsAnEdgeThatDoesNotRunAndBelievesItsSlot() {
        EdgeState down =
                Examples.edge(
                        true, false, true, true, true, OptionalInt.of(8443), EdgeFiles.VERSION);
        Observed observed = with(serving("", "r3", unit("r3", "running")), down);

        assertThat(plan(target(), observed))
                .containsExactly(
                        "take lock fullstack-lock-shop-pro: one deployment at a time",
                        "start edge fullstack-edge-8080: it does not run",
                        "release lock fullstack-lock-shop-pro: done");
    }

    @Test
    void makesAnEdgeAgainFromItsVolume() {
        EdgeState gone =
                Examples.edge(
                        false, false, true, true, true, OptionalInt.empty(), EdgeFiles.VERSION);
        Observed observed = with(serving("", "r3", unit("r3", "running")), gone);

        assertThat(plan(target(), observed))
                .containsExactly(
                        "take lock fullstack-lock-shop-pro: one deployment at a time",
                        "create edge fullstack-edge-8080: nothing of ours serves port 8080",
                        "release lock fullstack-lock-shop-pro: done");
    }

    @Test
    void putsAnEdgeInOrderWhoseUpgradeWasCutOff() {
        EdgeState unsettled =
                new EdgeState(
                        true,
                        true,
                        true,
                        true,
                        true,
                        OptionalInt.of(8443),
                        EdgeFiles.VERSION,
                        Optional.of("its upgrade was cut off"),
                        Optional.empty());
        Observed observed = with(serving("r3", unit("r3", "running")), unsettled);

        assertThat(plan(target(), observed))
                .containsExactly(
                        "take lock fullstack-lock-shop-pro: one deployment at a time",
                        "settle edge fullstack-edge-8080: its upgrade was cut off",
                        "release lock fullstack-lock-shop-pro: done");
    }

    @Test
    void replacesALiveUnitThatIsGoneOrUnhealthy() {
        Unit sick = unit("r3", "running", IMAGE, "unhealthy");

        assertThat(plan(target(), serving("r3", sick)))
                .contains("create unit fullstack-shop-pro-r4: r3 is unhealthy");
        assertThat(plan(target(), serving("r3")))
                .contains("create unit fullstack-shop-pro-r4: the container of r3 is gone");
        assertThat(plan(target(), with(serving("r3", unit("r3", "running")), new Site[0])))
                .contains("create unit fullstack-shop-pro-r4: the edge has no site for it");
    }

    @Test
    void bringsAnOlderEdgeUpToDate() {
        EdgeState old = Examples.edge(true, true, true, true, true, OptionalInt.of(8443), 0);

        assertThat(plan(target(), with(serving("r3", unit("r3", "running")), old)))
                .contains("configure edge fullstack-edge-8080: its configuration is of version 0");
    }

    @Test
    void stopsACandidateThatWasLeftBeforeTheLiveReleaseWritesAgain() {
        assertThat(plan(oneWriter(), serving("r3", unit("r3", "exited"), unit("r4", "running"))))
                .containsSubsequence(
                        "stop unit fullstack-shop-pro-r4: volume shop-pro_data has one writer at a"
                                + " time, and r3 is live",
                        "revive unit fullstack-shop-pro-r3: it is live until the new release is, and"
                                + " exited",
                        "retire unit fullstack-shop-pro-r4: left over, r3 is live");
    }

    @Test
    void goesBackWithOneWriterAtATime() {
        assertThat(
                        undo(
                                oneWriter(),
                                serving("r3", unit("r3", "running")),
                                UnitOperation.Gate.class))
                .containsSubsequence(
                        "stop unit fullstack-shop-pro-r4: there is one writer at a time, and r3"
                                + " comes back",
                        "start unit fullstack-shop-pro-r3: it was stopped for nothing",
                        "wait for health of fullstack-shop-pro-r3: it was started",
                        "retire unit fullstack-shop-pro-r4: it did not go live");
    }

    @Test
    void runsHooksBeforeTheNewReleaseIsStartedAndAfterTheSwitch() {
        assertThat(plan(hooked(), serving("r3", unit("r3", "running", OTHER_IMAGE))))
                .containsSubsequence(
                        "create unit fullstack-shop-pro-r4: image changed",
                        "run pre-deploy hook fullstack-shop-pro-pre-deploy: <preDeploy>",
                        "start unit fullstack-shop-pro-r4: new release",
                        "switch edge from r3 to r4: image changed",
                        "retire unit fullstack-shop-pro-r3: r4 is live",
                        "run post-deploy hook fullstack-shop-pro-post-deploy: <postDeploy>",
                        "write journal live r4: image changed");
    }

    @Test
    void runsNoHooksWhenNothingChangedOrAPastReleaseComesBack() {
        assertThat(plan(hooked(), serving("r3", unit("r3", "running")))).isEmpty();
        Observed observed =
                with(
                        serving("r3", unit("r3", "running", OTHER_IMAGE)),
                        new ReleaseRecord("r2", IMAGE),
                        new ReleaseRecord("r3", OTHER_IMAGE));
        assertThat(plan(again("r2"), observed)).noneMatch(line -> line.contains("hook"));
    }

    @Test
    void aHookThatAKilledDeploymentLeftIsRemovedFirst() {
        Observed killed =
                serving("r3", unit("r3", "running", OTHER_IMAGE), unit("r4", "created"))
                        .with(
                                new Observed.Beside(
                                        List.of("fullstack-shop-pro-pre-deploy"), List.of()));
        assertThat(plan(hooked(), killed))
                .containsSubsequence(
                        "remove hook fullstack-shop-pro-pre-deploy: its deployment was cut off",
                        "retire unit fullstack-shop-pro-r4: left over, r3 is live",
                        "run pre-deploy hook fullstack-shop-pro-pre-deploy: <preDeploy>");
    }

    @Test
    void aHookThatFailsTakesTheCandidateAway() {
        assertThat(
                        undo(
                                hooked(),
                                serving("r3", unit("r3", "running", OTHER_IMAGE)),
                                UnitOperation.RunHook.class))
                .contains("retire unit fullstack-shop-pro-r4: it did not go live")
                .noneMatch(line -> line.startsWith("switch"));
    }

    @Test
    void writesSecretsBeforeTheUnitIsCreatedAndForgetsThoseOfForgottenReleases() {
        Observed observed =
                with(
                                serving("r5", unit("r5", "running", OTHER_IMAGE)),
                                new ReleaseRecord("r2", "sha256:b"),
                                new ReleaseRecord("r3", "sha256:c"),
                                new ReleaseRecord("r4", "sha256:d"),
                                new ReleaseRecord("r5", OTHER_IMAGE))
                        .with(
                                new Observed.Beside(
                                        List.of(),
                                        List.of("shop-pro_secrets-r2", "shop-pro_secrets-r5")));
        assertThat(plan(secret("hunter"), observed))
                .containsSubsequence(
                        "write secrets of r6: api-key",
                        "create unit fullstack-shop-pro-r6: image changed",
                        "remove volume shop-pro_secrets-r2: r2 is forgotten")
                .noneMatch(line -> line.contains("hunter"))
                .noneMatch(line -> line.contains("remove volume shop-pro_secrets-r5"));
    }

    @Test
    void removesSecretsOfAReleaseThatNeverWasLive() {
        Observed killed =
                serving("r3", unit("r3", "running", IMAGE))
                        .with(
                                new Observed.Beside(
                                        List.of(),
                                        List.of("shop-pro_secrets-r3", "shop-pro_secrets-r4")));
        assertThat(plan(target(), killed))
                .contains("remove volume shop-pro_secrets-r4: left over, there is no release r4")
                .hasSize(3);
        assertThat(
                        undo(
                                secret("x"),
                                serving("r3", unit("r3", "running")),
                                UnitOperation.Gate.class))
                .containsSubsequence(
                        "retire unit fullstack-shop-pro-r4: it did not go live",
                        "remove volume shop-pro_secrets-r4: it was made for this release");
    }

    @Test
    void anotherSecretIsAnotherReleaseAndItsLabelIsNoPlainHash() {
        assertThat(secret("a").model()).isEqualTo(secret("a").model());
        assertThat(secret("a").model()).isNotEqualTo(secret("b").model());
        assertThat(secret("a").model()).isNotEqualTo(target().model());
        assertThat(secret("hunter").toString()).doesNotContain("hunter");
    }

    @Test
    void aHookFindsSecretsInTheSameVariables() {
        Secret secret = new Secret("api-key", "env:API_KEY", Optional.of("YQ=="), List.of("TOKEN"));
        Application application =
                Examples.application().with(Surroundings.NONE.with(List.of(secret)));
        Hook hook = new Hook(List.of("migrate"), "", "test");
        Target target = target(application, IMAGE);

        ContainerSpec spec =
                Specs.hook(application, HookPhase.PRE_DEPLOY, hook, "r1", target.blueprint("r1"));

        assertThat(spec.entrypoint()).contains("/usr/local/bin/fullstack-secrets");
        assertThat(spec.arguments()).containsExactly("migrate");
        assertThat(spec.environment()).containsEntry("FULLSTACK_SECRET_VARIABLES", "TOKEN=api-key");
        assertThat(spec.toString()).doesNotContain("YQ==");
    }

    private static Target secret(String content) {
        Secret secret = new Secret("api-key", "env:API_KEY", Optional.of(content));
        return target(Examples.application().with(Surroundings.NONE.with(List.of(secret))), IMAGE);
    }

    private static Target hooked() {
        Hook before = new Hook(List.of("migrate"), "backend", "<preDeploy>");
        Hook after = new Hook(List.of("warm"), "backend", "<postDeploy>");
        Hooks hooks = new Hooks(Optional.of(before), Optional.of(after), Hooks.LIMIT);
        return target(Examples.application().with(Surroundings.NONE.with(hooks)), IMAGE);
    }

    private static Target oneWriter() {
        return target(
                Examples.application(
                        Optional.of("shop.test"),
                        List.of(new Volume("data", "/data", false, true, "test")),
                        "secret"),
                IMAGE);
    }

    @Test
    void stopsTheOldReleaseFirstForAVolumeWithOneWriterAndSaysSo() {
        Target single = oneWriter();

        List<String> lines = plan(single, serving("r3", unit("r3", "running")));

        assertThat(lines)
                .containsSubsequence(
                        "create volume shop-pro_data: it is missing",
                        "create unit fullstack-shop-pro-r4: model changed",
                        "stop unit fullstack-shop-pro-r3: volume shop-pro_data has one writer at a"
                                + " time, so requests fail until the new release is live",
                        "start unit fullstack-shop-pro-r4: new release");
    }

    @Test
    void forgetsReleasesBeyondThoseRetainedAndKeepsImagesInUse() {
        Observed observed =
                with(
                        serving("r5", unit("r5", "running", OTHER_IMAGE)),
                        new ReleaseRecord("r2", IMAGE),
                        new ReleaseRecord("r3", "sha256:c"),
                        new ReleaseRecord("r4", "sha256:d"),
                        new ReleaseRecord("r5", OTHER_IMAGE));

        List<Operation> prunes =
                Planner.plan(new Aim.New(target()), observed).stream()
                        .filter(StoreOperation.Prune.class::isInstance)
                        .toList();

        assertThat(prunes)
                .containsExactly(
                        new StoreOperation.Prune(
                                "r3", List.of("sha256:c"), "more than 2 releases back"),
                        new StoreOperation.Prune("r2", List.of(), "more than 2 releases back"));
    }

    @Test
    void keepsTheReleaseThatWasLiveBeforeAllOthers() {
        // After a rollback to r2, r3 and r4 are newer than what was live until now.
        Observed observed =
                with(
                        serving("r2", unit("r2", "running", OTHER_IMAGE)),
                        new ReleaseRecord("r1", "sha256:c"),
                        new ReleaseRecord("r2", OTHER_IMAGE),
                        new ReleaseRecord("r3", "sha256:d"),
                        new ReleaseRecord("r4", "sha256:e"));

        assertThat(Retention.of(observed, "r5", List.of(IMAGE), 2).stream().map(Operation::what))
                .containsExactly("prune release r3", "prune release r1");
    }

    @Test
    void goesBackOnTheSameWayUnderTheReleasesOwnName() {
        Observed observed =
                with(
                        serving("r3", unit("r3", "running", OTHER_IMAGE)),
                        new ReleaseRecord("r2", IMAGE),
                        new ReleaseRecord("r3", OTHER_IMAGE));

        assertThat(plan(again("r2"), observed))
                .containsExactly(
                        "take lock fullstack-lock-shop-pro: one deployment at a time",
                        "write journal begin r2: rollback from r3",
                        "create unit fullstack-shop-pro-r2: rollback from r3",
                        "start unit fullstack-shop-pro-r2: new release",
                        "add upstream r2: the edge has to know it before it is live",
                        "wait for health of fullstack-shop-pro-r2: it goes live only when it is"
                                + " well",
                        "switch edge from r3 to r2: rollback from r3",
                        "watch fullstack-shop-pro-r2: it is new",
                        "drain edge's old workers: requests to the release before may go on",
                        "retire unit fullstack-shop-pro-r3: r2 is live",
                        "write journal live r2: rollback from r3",
                        "release lock fullstack-lock-shop-pro: done");
    }

    @Test
    void goesBackToNothingElseWhenThatReleaseIsLive() {
        assertThat(plan(again("r3"), serving("r3", unit("r3", "running")))).isEmpty();
    }

    @Test
    void makesTheLiveReleaseAgainWhenItsContainerIsGone() {
        assertThat(plan(again("r3"), serving("r3")))
                .contains(
                        "create unit fullstack-shop-pro-r3: the container of r3 is gone",
                        "switch edge from r3 to r3: the container of r3 is gone");
    }

    @Test
    void aReleaseThatOneWentBackToKeepsItsRecordWhenItFails() {
        Observed observed =
                with(
                        serving("r3", unit("r3", "running", OTHER_IMAGE)),
                        new ReleaseRecord("r2", IMAGE),
                        new ReleaseRecord("r3", OTHER_IMAGE));
        List<Operation> all = Planner.plan(again("r2"), observed);
        int gate = (int) all.stream().takeWhile(op -> !(op instanceof UnitOperation.Gate)).count();

        List<Operation> undo =
                UndoPlanner.plan(
                        Examples.application(),
                        observed,
                        all.subList(0, gate),
                        all.get(gate),
                        new Setback(Outcome.UNHEALTHY, Problems.interrupted()));

        assertThat(undo)
                .contains(
                        new UnitOperation.RetireUnit(
                                "r2",
                                UnitName.of("fullstack-shop-pro-r2"),
                                "r3",
                                UnitOperation.Keep.RECORD,
                                "it did not go live"));
    }

    @Test
    void goesForwardAgainAfterARollback() {
        Observed observed =
                with(
                        serving("r2", unit("r2", "running", OTHER_IMAGE)),
                        new ReleaseRecord("r2", OTHER_IMAGE),
                        new ReleaseRecord("r3", IMAGE));

        assertThat(plan(target(), observed))
                .contains("create unit fullstack-shop-pro-r4: image changed");
    }

    @Test
    void neverTakesANumberTwice() {
        Observed observed =
                with(
                        serving("r3", "r9", unit("r3", "running"), unit("r7", "exited")),
                        new ReleaseRecord("r12", IMAGE));

        assertThat(observed.nextRelease()).isEqualTo("r13");
        assertThat(with(observed, new Trace(20, Optional.empty())).nextRelease()).isEqualTo("r21");
    }

    @Test
    void refusesADomainOrADefaultThatIsTaken() {
        Site other = new Site("blog", "pro", "shop.test", false);
        Target withoutDomain =
                target(Examples.application(Optional.empty(), List.of(), "secret"), IMAGE);

        assertThatThrownBy(() -> plan(target(), with(serving(""), other)))
                .hasMessageContaining("FS-EDGE-001")
                .hasMessageContaining("blog");
        assertThatThrownBy(
                        () ->
                                plan(
                                        withoutDomain,
                                        with(serving(""), new Site("blog", "pro", "-", false))))
                .hasMessageContaining("FS-EDGE-002");
        assertThat(plan(target(), with(serving("r3", unit("r3", "running")), OWN))).isEmpty();
    }

    @Test
    void refusesAnApplicationWhoseContainersWouldHaveTheNamesOfAnother() {
        Application european =
                Examples.application("shop-eu", Optional.of("eu.test"), List.of(), "secret");
        Site twin = new Site("shop", "eu-pro", "twin.test", false);

        assertThatThrownBy(() -> plan(target(european, IMAGE), with(serving(""), twin)))
                .hasMessageContaining("FS-EDGE-008")
                .hasMessageContaining("eu-pro");
    }

    @Test
    void refusesTlsOnAnEdgeWithoutItsPort() {
        EdgeState plain =
                Examples.edge(true, true, true, true, true, OptionalInt.empty(), EdgeFiles.VERSION);
        Target secure =
                new Target(
                        Examples.application(), IMAGE, Optional.of(Examples.CERTIFICATE), "anna");

        assertThatThrownBy(() -> plan(secure, with(serving("r3", unit("r3", "running")), plain)))
                .hasMessageContaining("FS-EDGE-004")
                .hasMessageContaining("by the engine (rm -f fullstack-edge-8080)");
    }

    @Test
    void goesBackToWhatWasThereWhenTheNewReleaseFails() {
        Observed before = serving("r3", unit("r3", "running", OTHER_IMAGE));

        assertThat(undo(target(), before, UnitOperation.Gate.class))
                .containsExactly(
                        "retire unit fullstack-shop-pro-r4: it did not go live",
                        "write journal unhealthy r4: FS-DEPLOY-006",
                        "release lock fullstack-lock-shop-pro: nothing is left to be done");
        assertThat(undo(target(), before, UnitOperation.CreateUnit.class))
                .contains("retire unit fullstack-shop-pro-r4: it did not go live");
        assertThat(undo(target(), before, UnitOperation.Watch.class))
                .containsExactly(
                        "switch edge back from r4 to r3: it failed",
                        "drain edge's old workers: requests to it may go on",
                        "retire unit fullstack-shop-pro-r4: it did not go live",
                        "write journal unhealthy r4: FS-DEPLOY-006",
                        "release lock fullstack-lock-shop-pro: nothing is left to be done");
    }

    @Test
    void leavesNothingWhenTheVeryFirstReleaseFails() {
        assertThat(undo(target(), NOTHING, UnitOperation.Gate.class))
                .containsExactly(
                        "retire unit fullstack-shop-pro-r1: it did not go live",
                        "remove edge fullstack-edge-8080: it serves nobody",
                        "remove network fullstack-edge-8080: nobody is in it",
                        "release lock fullstack-lock-shop-pro: nothing is left to be done");
        assertThat(undo(target(), NOTHING, EdgeOperation.CreateEdge.class))
                .containsExactly(
                        "remove edge fullstack-edge-8080: it serves nobody",
                        "remove network fullstack-edge-8080: nobody is in it",
                        "release lock fullstack-lock-shop-pro: nothing is left to be done");
    }

    @Test
    void takesAnApplicationAwayAndTheEdgeWithTheLastOne() {
        Observed alone = serving("r3", unit("r3", "running"));
        Observed shared = with(alone, OWN, new Site("blog", "pro", "blog.test", false));

        assertThat(undeploy(alone))
                .containsExactly(
                        "take lock fullstack-lock-shop-pro: one deployment at a time",
                        "remove edge fullstack-edge-8080: nobody else is on it",
                        "remove unit fullstack-shop-pro-r3: the application goes",
                        "remove network fullstack-edge-8080: nobody else is in it",
                        "remove images aaaaaaaaaaaa: they are its own",
                        "release lock fullstack-lock-shop-pro: done");
        assertThat(undeploy(shared))
                .containsExactly(
                        "take lock fullstack-lock-shop-pro: one deployment at a time",
                        "remove site shop.pro: the application goes",
                        "drain edge's old workers: requests to it may go on",
                        "remove unit fullstack-shop-pro-r3: the application goes",
                        "remove images aaaaaaaaaaaa: they are its own",
                        "release lock fullstack-lock-shop-pro: done");
        assertThat(undeploy(NOTHING)).isEmpty();
        assertThat(EDGE.running()).isTrue();
    }

    @Test
    void takesAwayTheJournalOfAnApplicationThatNeverWentLive() {
        Observed failed =
                with(
                        with(serving(""), new Site("blog", "pro", "blog.test", false)),
                        new Trace(1, Optional.empty()));

        assertThat(undeploy(failed)).contains("remove site shop.pro: the application goes");
    }

    @Test
    void removesDataThatOutlivedTheApplication() {
        assertThat(undeploy(NOTHING, "shop-pro_data"))
                .containsExactly(
                        "take lock fullstack-lock-shop-pro: one deployment at a time",
                        "remove volume shop-pro_data: its data goes, too",
                        "release lock fullstack-lock-shop-pro: done");
    }

    private static List<String> plan(Target target, Observed observed) {
        return plan(new Aim.New(target), observed);
    }

    private static List<String> plan(Aim aim, Observed observed) {
        return Planner.plan(aim, observed).stream().map(Operation::line).toList();
    }

    private static List<String> undo(
            Target target, Observed observed, Class<? extends Operation> failedAt) {
        List<Operation> all = Planner.plan(new Aim.New(target), observed);
        List<Operation> done = all.stream().takeWhile(op -> !failedAt.isInstance(op)).toList();
        Operation failed =
                Stream.of(all.get(done.size())).filter(failedAt::isInstance).findFirst().get();
        Setback why = new Setback(Outcome.UNHEALTHY, Problems.interrupted());
        return UndoPlanner.plan(target.application(), observed, done, failed, why).stream()
                .map(Operation::line)
                .toList();
    }

    private static List<String> undeploy(Observed observed, String... data) {
        return UndeployPlanner.plan(Examples.application(), observed, List.of(), List.of(data))
                .stream()
                .map(Operation::line)
                .toList();
    }
}
