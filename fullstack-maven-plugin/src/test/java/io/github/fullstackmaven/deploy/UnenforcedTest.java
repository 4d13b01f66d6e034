package io.github.fullstackmaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.engine.ContainerSpec;
import io.github.fullstackmaven.engine.EngineFacts;
import io.github.fullstackmaven.engine.PortTakenException;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.RequestLimits;
import io.github.fullstackmaven.model.Resources;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class UnenforcedTest {
    private static final List<String> NOTHING = List.of("memory", "cpus", "processes");
    private static final ContainerSpec UNIT =
            ContainerSpec.of("shop:1", "1:1")
                    .pids(512)
                    .limits(Optional.of("128m"), Optional.empty())
                    .build();

    @Test
    void namesTheLimitsThatWereAskedForAndAreNotKept() {
        assertThat(said(NOTHING, OptionalInt.empty()))
                .containsExactly(
                        "FS-DEPLOY-021 rootless podman 5.8 cannot limit memory, cpus, processes"
                                + " here, so these are not kept: memory=128m, processes=512");
    }

    @Test
    void isSilentWhereAllThatWasAskedForIsKept() {
        assertThat(said(List.of(), OptionalInt.empty())).isEmpty();
        assertThat(said(List.of("cpus"), OptionalInt.empty())).isEmpty();
    }

    @Test
    void warnsOfALimitForEachClientWhereClientsCannotBeToldApart() {
        assertThat(said(List.of(), OptionalInt.of(20)).get(0))
                .startsWith("FS-DEPLOY-022")
                .contains("rateLimit=20");
    }

    @Test
    void aPortThatIsNotForEverybodyComesWithTheRemedy() {
        PortTakenException refused =
                new PortTakenException(80, PortTakenException.Reason.PRIVILEGED, "denied");

        assertThat(EdgeProblems.portTaken(refused, 80, List.of()))
                .hasMessageContaining("FS-EDGE-014")
                .hasMessageContaining("net.ipv4.ip_unprivileged_port_start=80")
                .hasMessageContaining("fullstack.httpPort");
    }

    private static List<String> said(List<String> unlimited, OptionalInt rate) {
        EngineFacts facts = new EngineFacts(true, "v1, cgroupfs", unlimited, Optional.empty());
        RequestLimits usual = RequestLimits.DEFAULT;
        RequestLimits requests = new RequestLimits(rate, usual.maxBody(), usual.answer());
        Resources resources = new Resources(Optional.of("128m"), Optional.empty(), 1, requests);
        Application shop = Examples.application().but().resources(resources).application();
        return Unenforced.of(facts, "rootless podman 5.8", shop, List.of(UNIT)).stream()
                .map(f -> f.id() + " " + f.message())
                .toList();
    }
}
