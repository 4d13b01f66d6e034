package io.github.fullstackmaven.deploy;

import static io.github.fullstackmaven.deploy.Examples.IMAGE;
import static io.github.fullstackmaven.deploy.Examples.NOTHING;
import static io.github.fullstackmaven.deploy.Examples.OTHER_IMAGE;
import static io.github.fullstackmaven.deploy.Examples.serving;
import static io.github.fullstackmaven.deploy.Examples.target;
import static io.github.fullstackmaven.deploy.Examples.unit;
import static io.github.fullstackmaven.deploy.Examples.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fullstackmaven.deploy.Observed.EdgeState;
import io.github.fullstackmaven.deploy.Observed.Site;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Timing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is planned for the application's place on the edge. */
class SitePlanTest {
    private static final Target SECURE =
            new Target(Examples.application(), IMAGE, Optional.of(Examples.CERTIFICATE), "anna");
    private static final Site OWN = Examples.own(Examples.application(), Optional.empty());
    private static final Site OWN_SECURE =
            Examples.own(Examples.application(), Optional.of(Examples.CERTIFICATE));

    @Test
    void putsARenewedCertificateInPlaceWithoutANewRelease() {
        Observed before = certified(with(serving("r3", unit("r3", "running")), OWN_SECURE), "old");

        assertThat(plan(SECURE, before))
                .containsExactly(
                        "take lock fullstack-lock-shop-pro: one deployment at a time",
                        "update site: certificate changed",
                        "remove certificate old: no site uses it any more",
                        "write journal site r3: certificate changed",
                        "release lock fullstack-lock-shop-pro: done");
    }

    @Test
    void leavesACertificateAloneThatIsThere() {
        Observed before =
                certified(
                        with(serving("r3", unit("r3", "running")), OWN_SECURE),
                        Examples.CERTIFICATE.digest());

        assertThat(plan(SECURE, before)).isEmpty();
    }

    @Test
    void writesItsPlaceAnewWhenOnlyALimitOfTheEdgeChanged() {
        Timing patient =
                new Timing(
                        Timing.DEFAULT.build(),
                        Timing.DEFAULT.ready(),
                        Timing.DEFAULT.watch(),
                        Duration.ofMinutes(10),
                        Timing.DEFAULT.stop(),
                        Timing.DEFAULT.lockWait());
        Application slow = Examples.application(patient);

        assertThat(plan(target(slow, IMAGE), with(serving("r3", unit("r3", "running")), OWN)))
                .contains("update site: its settings for the edge changed")
                .noneMatch(line -> line.startsWith("create unit"));
    }

    @Test
    void putsAPlaceInOrderBeforeAnythingElseWhenTheEdgeCannotServeIt() {
        Site aside = OWN.withFault("no such key");

        assertThat(plan(target(), with(serving("r3", unit("r3", "running")), aside)))
                .containsExactly(
                        "take lock fullstack-lock-shop-pro: one deployment at a time",
                        "update site: the edge cannot serve it: no such key",
                        "release lock fullstack-lock-shop-pro: done");
        assertThat(plan(target(), with(serving("r3", unit("r3", "running", OTHER_IMAGE)), aside)))
                .startsWith(
                        "take lock fullstack-lock-shop-pro: one deployment at a time",
                        "update site: the edge cannot serve it: no such key",
                        "write journal begin r4: image changed",
                        "create unit fullstack-shop-pro-r4: image changed");
    }

    @Test
    void keepsHashedFilesOfWhatHasPagesBeforeItGoesLive() {
        assertThat(plan(target(Examples.withPages(), IMAGE), NOTHING))
                .containsSubsequence(
                        "wait for health of fullstack-shop-pro-r1: it goes live only when it is"
                                + " well",
                        "keep hashed files of r1: open pages ask for them after the next release",
                        "switch edge from nothing to r1: nothing is live");
    }

    @Test
    void refusesAnEdgeThatIsTalkedToInAnotherWay() {
        EdgeState old = Examples.edge(true, true, true, true, true, OptionalInt.of(8443), 1);

        assertThatThrownBy(() -> plan(target(), with(serving("r3", unit("r3", "running")), old)))
                .hasMessageContaining("FS-EDGE-010");
    }

    @Test
    void readsWhatTheEdgeSaysOfItsSites() {
        EdgeFacts facts =
                EdgeFacts.parse(
                        """
                        version 2
                        site blog pro blog.test set-aside 90
                        aside blog pro cannot load certificate "/edge/certs/x": no such file
                        site shop pro shop.test https 90
                        digest 12ab
                        aside - - its certificate in the volume is damaged
                        site plain dev - http
                        """);

        assertThat(facts.sites())
                .containsExactly(
                        new Site(
                                "blog",
                                "pro",
                                "blog.test",
                                false,
                                "",
                                Optional.of(
                                        "cannot load certificate \"/edge/certs/x\": no such"
                                                + " file")),
                        new Site(
                                "shop",
                                "pro",
                                "shop.test",
                                true,
                                "12ab",
                                Optional.of("its certificate in the volume is damaged")),
                        new Site("plain", "dev", "-", false));
    }

    private static Observed certified(Observed observed, String... certificates) {
        return new Observed(
                observed.edge(),
                observed.slot(),
                observed.generation(),
                observed.units(),
                observed.upstreams(),
                observed.records(),
                observed.sites(),
                List.of(certificates),
                observed.volumes(),
                observed.trace(),
                observed.room(),
                observed.lockHolder());
    }

    private static List<String> plan(Target target, Observed observed) {
        return Planner.plan(new Aim.New(target), observed).stream().map(Operation::line).toList();
    }
}
