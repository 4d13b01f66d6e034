package io.github.fullstackmaven.deploy;

import static io.github.fullstackmaven.deploy.Examples.IMAGE;
import static io.github.fullstackmaven.deploy.Examples.OTHER_IMAGE;
import static io.github.fullstackmaven.deploy.Examples.again;
import static io.github.fullstackmaven.deploy.Examples.serving;
import static io.github.fullstackmaven.deploy.Examples.target;
import static io.github.fullstackmaven.deploy.Examples.unit;
import static io.github.fullstackmaven.deploy.Examples.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.deploy.Observed.EdgeState;
import io.github.fullstackmaven.deploy.Observed.ReleaseRecord;
import io.github.fullstackmaven.deploy.Observed.Trace;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/**
 * A deployment of r4 over r3 was killed; this is what the next run finds, and all that it does, row
 * by row.
 */
class KillTableTest {
    private static final String TAKE =
            "take lock fullstack-lock-shop-pro: one deployment at a time";
    private static final String RELEASE = "release lock fullstack-lock-shop-pro: done";
    private static final String CUT_OFF =
            "write journal cut-off r4: its deployment was cut off before the switch";
    private static final String DRAIN =
            "drain edge's old workers: requests to an earlier release may go on";

    private static final List<String> DEPLOYS_R5 =
            List.of(
                    "write journal begin r5: image changed",
                    "create unit fullstack-shop-pro-r5: image changed",
                    "start unit fullstack-shop-pro-r5: new release",
                    "add upstream r5: the edge has to know it before it is live",
                    "wait for health of fullstack-shop-pro-r5: it goes live only when it is well",
                    "switch edge from r3 to r5: image changed",
                    "watch fullstack-shop-pro-r5: it is new",
                    "drain edge's old workers: requests to the release before may go on",
                    "retire unit fullstack-shop-pro-r3: r5 is live",
                    "write journal live r5: image changed",
                    RELEASE);

    @Test
    void afterTheLockNothingIsLeftOver() {
        Observed found = serving("r3", unit("r3", "running", OTHER_IMAGE));

        assertThat(next(found))
                .startsWith(TAKE, "write journal begin r4: image changed")
                .hasSize(12);
    }

    @Test
    void afterTheJournalThatDeploymentIsSaidToBeCutOffAndItsNumberIsNotUsedAgain() {
        Observed found = begun(serving("r3", unit("r3", "running", OTHER_IMAGE)));

        assertThat(next(found)).startsWith(TAKE, CUT_OFF).endsWith(tail()).hasSize(13);
    }

    @Test
    void afterCreateStartAddOrGateTheUnitThatIsNotRoutedIsRetired() {
        for (String status : List.of("created", "running", "restarting", "exited")) {
            Observed found =
                    begun(serving("r3", unit("r3", "running", OTHER_IMAGE), unit("r4", status)));

            assertThat(next(found))
                    .as(status)
                    .startsWith(
                            TAKE,
                            CUT_OFF,
                            DRAIN,
                            "retire unit fullstack-shop-pro-r4: left over, r3 is live")
                    .endsWith(tail())
                    .hasSize(15);
        }
    }

    @Test
    void aWayToAUnitThatWasRemovedWithoutTheEdgesConsentIsTakenAway() {
        Observed found =
                ObservedBut.like(serving("r3", unit("r3", "running", OTHER_IMAGE)))
                        .upstreams(List.of("r3", "r4", "r5"))
                        .observed();

        assertThat(next(found))
                .startsWith(TAKE, "remove upstream r4, r5: left over, there is no such unit")
                .contains("write journal begin r6: image changed");
    }

    @Test
    void inTheMiddleOfTheCommitTheRunningEdgeIsBelievedThatServesTheOldRelease() {
        Observed found =
                begun(
                        serving(
                                "r3",
                                "r4",
                                unit("r3", "running", OTHER_IMAGE),
                                unit("r4", "running")));

        assertThat(next(found))
                .startsWith(
                        TAKE,
                        CUT_OFF,
                        "restore slot to r3: the edge serves it, its slot file says r4",
                        DRAIN,
                        "retire unit fullstack-shop-pro-r4: left over, r3 is live")
                .endsWith(tail())
                .hasSize(16);
    }

    @Test
    void inTheMiddleOfTheCommitTheOrphanedProgramMayHaveFinishedIt() {
        assertThat(next(switched("running"))).isEqualTo(tidiesUp());
    }

    @Test
    void afterTheCommitTheOldReleaseIsRetiredAndNothingElseDone() {
        assertThat(next(switched("running"))).isEqualTo(tidiesUp());
    }

    @Test
    void afterTheOldReleaseWasStoppedItIsRemoved() {
        assertThat(next(switched("exited"))).isEqualTo(tidiesUp());
    }

    @Test
    void afterTheOldReleaseWasRemovedTheJournalIsEnded() {
        assertThat(next(begun(serving("r4", unit("r4", "running")))))
                .containsExactly(
                        TAKE,
                        "write journal live r4: its deployment was cut off after the switch",
                        RELEASE);
    }

    @Test
    void whenTheEngineWasStartedAnewEverythingOfOursIsStartedBeforeAnythingIsRetired() {
        EdgeState down =
                Examples.edge(
                        true, false, true, true, true, OptionalInt.of(8443), EdgeFiles.VERSION);
        Observed found =
                begun(with(serving("", "r3", unit("r3", "exited"), unit("r4", "created")), down));

        assertThat(next(found))
                .containsExactly(
                        TAKE,
                        "start edge fullstack-edge-8080: it does not run",
                        CUT_OFF,
                        "start unit fullstack-shop-pro-r3: it is live and exited",
                        "wait for health of fullstack-shop-pro-r3: it was started",
                        "retire unit fullstack-shop-pro-r4: left over, r3 is live",
                        RELEASE);
    }

    @Test
    void aRollbackThatComesNextPutsThingsInOrderFirst() {
        Observed found =
                with(
                        begun(
                                serving(
                                        "r3",
                                        unit("r3", "running", OTHER_IMAGE),
                                        unit("r4", "running"))),
                        new ReleaseRecord("r2", IMAGE),
                        new ReleaseRecord("r3", OTHER_IMAGE));

        assertThat(lines(again("r2"), found))
                .startsWith(
                        TAKE,
                        CUT_OFF,
                        DRAIN,
                        "retire unit fullstack-shop-pro-r4: left over, r3 is live",
                        "write journal begin r2: rollback from r3",
                        "create unit fullstack-shop-pro-r2: rollback from r3");
    }

    @Test
    void aRollbackThatWasKilledIsPutInOrderAndKeepsTheReleasesRecord() {
        Observed found =
                with(
                        with(
                                serving("r3", unit("r2", "running"), unit("r3", "running", IMAGE)),
                                new ReleaseRecord("r2", IMAGE),
                                new ReleaseRecord("r3", IMAGE)),
                        new Trace(3, Optional.of("r2")));

        assertThat(Planner.plan(new Aim.New(target()), found))
                .contains(
                        new LogbookOperation.WriteJournal(
                                "r2", "cut-off", "its deployment was cut off before the switch"),
                        new UnitOperation.RetireUnit(
                                "r2",
                                UnitName.of("fullstack-shop-pro-r2"),
                                "r3",
                                UnitOperation.Keep.RECORD,
                                "left over, r3 is live"));
    }

    private static Observed switched(String statusOfTheOldOne) {
        return begun(
                serving("r4", unit("r3", statusOfTheOldOne, OTHER_IMAGE), unit("r4", "running")));
    }

    private static List<String> tidiesUp() {
        return List.of(
                TAKE,
                "write journal live r4: its deployment was cut off after the switch",
                DRAIN,
                "retire unit fullstack-shop-pro-r3: left over, r4 is live",
                RELEASE);
    }

    private static Observed begun(Observed observed) {
        return with(observed, new Trace(4, Optional.of("r4")));
    }

    private static String[] tail() {
        return DEPLOYS_R5.toArray(String[]::new);
    }

    private static List<String> next(Observed observed) {
        return lines(new Aim.New(target()), observed);
    }

    private static List<String> lines(Aim aim, Observed observed) {
        return Planner.plan(aim, observed).stream().map(Operation::line).toList();
    }
}
