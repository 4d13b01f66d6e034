package io.github.fullstackmaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.engine.ContainerState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class EdgeContainersTest {
    private static final String EARLY = "2026-11-28T08:00:00.123456789Z";
    private static final String LATE = "2026-11-28T09:30:00.1+01:00";
    private static final String NOBODY = "";

    private final ContainerState first = container("first", "", "running", EARLY);
    private final ContainerState joined = container("joined", "t1", "running", LATE);
    private final ContainerState another = container("another", "t2", "running", LATE);

    @Test
    void isSettledBeforeAndAfterAnUpgrade() {
        assertThat(of(first, null, null).unsettled(NOBODY)).isEmpty();
        assertThat(of(joined, null, first).unsettled("t1")).isEmpty();
        assertThat(of(null, null, null).unsettled(NOBODY)).isEmpty();
    }

    @Test
    void whoseTurnItIsTellsWhetherACutOffUpgradeGoesOnOrBack() {
        assertThat(of(first, joined, null).hasTakenOver(NOBODY)).isFalse();
        assertThat(of(first, joined, null).hasTakenOver("t1")).isTrue();
        assertThat(of(joined, another, first).hasTakenOver("t1")).isFalse();
        assertThat(of(joined, another, first).hasTakenOver("t2")).isTrue();
        assertThat(of(null, another, first).hasTakenOver("t2")).isTrue();
        assertThat(of(first, joined, null).unsettled(NOBODY))
                .contains("its upgrade was cut off before the new edge took over");
        assertThat(of(joined, another, first).unsettled("t2"))
                .contains("its upgrade was cut off after the new edge took over");
    }

    @Test
    void whatSomebodyRemovedIsNoticed() {
        assertThat(of(null, null, first).unsettled("t1"))
                .contains("its container is gone, and first serves");
        assertThat(of(joined, null, null).unsettled("t1"))
                .contains("the container that had its ports is gone");
        assertThat(of(first, null, null).unsettled("t1"))
                .contains("it is to stand in for another, and there is none");
    }

    @Test
    void anEdgeInANetworkThatIsGoneServesNobody() {
        ContainerState again = container("first", "", "running", "2026-11-28T09:00:00Z");
        ContainerState stopped = container("first", "", "exited", EARLY);

        assertThat(of(first, null, null).serves()).isTrue();
        assertThat(of(joined, null, first).serves()).isTrue();
        assertThat(of(joined, null, again).serves()).isFalse();
        assertThat(of(joined, null, stopped).serves()).isFalse();
        assertThat(of(first, joined, null).nextServes()).isTrue();
        assertThat(of(again, joined, null).nextServes()).isFalse();
    }

    @Test
    void whatWasMadeBeforeThereWereTurnsCannotBeJoined() {
        assertThat(of(first, null, null).canBeJoined()).isTrue();
        assertThat(of(joined, null, first).canBeJoined()).isTrue();
        assertThat(of(container("old", null, "running", EARLY), null, null).canBeJoined())
                .isFalse();
        assertThat(of(container("first", "", "exited", EARLY), null, null).canBeJoined()).isFalse();
    }

    @Test
    void knowsThePortForHttpsAlsoWhenWhatPublishedItIsGone() {
        ContainerState publishes = with(first, Map.of(8080, 80, 8443, 443), Map.of());
        ContainerState without = with(first, Map.of(8080, 80), Map.of());
        ContainerState joinedIt = with(joined, Map.of(), Map.of(Labels.HTTPS_PORT, "443"));
        ContainerState joinedOther = with(joined, Map.of(), Map.of(Labels.HTTPS_PORT, ""));

        assertThat(of(publishes, null, null).httpsPort(8443)).hasValue(443);
        assertThat(of(without, null, null).httpsPort(8443)).isEmpty();
        assertThat(of(joinedOther, null, publishes).httpsPort(8443)).hasValue(443);
        assertThat(of(joinedIt, null, null).httpsPort(8443)).hasValue(443);
        assertThat(of(joinedOther, null, null).httpsPort(8443)).isEmpty();
        assertThat(of(null, joinedOther, null).httpsPort(8443)).isEmpty();
        assertThat(of(joined, null, null).httpsPort(8443)).hasValue(8443);
        assertThat(of(null, null, null).httpsPort(8443)).hasValue(8443);
    }

    private static ContainerState with(
            ContainerState is, Map<Integer, Integer> ports, Map<String, String> further) {
        Map<String, String> labels = new HashMap<>(is.labels());
        labels.putAll(further);
        return new ContainerState(
                is.id(),
                is.name(),
                is.image(),
                is.imageId(),
                is.status(),
                is.exitCode(),
                is.restarts(),
                is.startedAt(),
                is.health(),
                is.healthLog(),
                labels,
                ports,
                is.networks(),
                is.check());
    }

    private static EdgeContainers of(
            ContainerState edge, ContainerState next, ContainerState holder) {
        return new EdgeContainers(
                Optional.ofNullable(edge), Optional.ofNullable(next), Optional.ofNullable(holder));
    }

    private static ContainerState container(
            String name, String turn, String status, String started) {
        return new ContainerState(
                name,
                name,
                "nginx",
                "sha256:1",
                status,
                OptionalInt.empty(),
                0,
                started,
                Optional.empty(),
                List.of(),
                turn == null
                        ? Map.of(Labels.ROLE, "edge")
                        : Map.of(Labels.ROLE, "edge", Labels.TURN, turn),
                Map.of(),
                List.of(),
                List.of());
    }
}
