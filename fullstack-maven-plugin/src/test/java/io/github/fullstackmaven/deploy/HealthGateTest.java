package io.github.fullstackmaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.engine.ContainerState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class HealthGateTest {
    @Test
    void saysHowAContainerEnded() {
        assertThat(HealthGate.ended(state(OptionalInt.of(3), 0))).isEqualTo("it ended with code 3");
    }

    @Test
    void countsStartsWhereThereWasMoreThanOne() {
        assertThat(HealthGate.ended(state(OptionalInt.empty(), 1)))
                .isEqualTo("it ended and was started again");
        assertThat(HealthGate.ended(state(OptionalInt.empty(), 2)))
                .isEqualTo("it ended and was started again 2 times");
    }

    private static ContainerState state(OptionalInt exit, int restarts) {
        return new ContainerState(
                "1",
                "shop",
                "shop:1",
                "sha256:1",
                exit.isPresent() ? "exited" : "running",
                exit,
                restarts,
                "",
                Optional.empty(),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of());
    }
}
