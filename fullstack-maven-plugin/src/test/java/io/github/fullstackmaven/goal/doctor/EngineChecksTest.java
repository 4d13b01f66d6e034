package io.github.fullstackmaven.goal.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.engine.EngineFacts;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.RequestLimits;
import io.github.fullstackmaven.model.Resources;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EngineChecksTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    @Test
    void clocksThatAgreeWithinTheTimeThatAskingTookAreWell() {
        assertThat(EngineChecks.clock(NOW.plusSeconds(55), NOW, NOW.plusSeconds(5)).isWell())
                .isTrue();
        assertThat(EngineChecks.clock(NOW.minusSeconds(59), NOW, NOW).isWell()).isTrue();
    }

    @Test
    void aClockThatIsAheadOrBehindIsNot() {
        assertThat(EngineChecks.clock(NOW.plusSeconds(3600), NOW, NOW).problem())
                .map(Finding::message)
                .hasValueSatisfying(m -> assertThat(m).contains("3600 s"));
        assertThat(EngineChecks.clock(NOW.minusSeconds(90), NOW, NOW).problem())
                .map(Finding::id)
                .contains("FS-DOCTOR-004");
    }

    @Test
    void aLimitThatCannotBeKeptIsAnErrorOnlyWhereItIsAskedFor() {
        EngineFacts facts = new EngineFacts(true, "v2, systemd", List.of("cpus"), Optional.empty());
        Resources cpus =
                new Resources(Optional.empty(), Optional.of("1.5"), 1, RequestLimits.DEFAULT);

        assertThat(EngineChecks.limits(facts, Resources.DEFAULT).problem())
                .hasValueSatisfying(p -> assertThat(p.isError()).isFalse());
        assertThat(EngineChecks.limits(facts, cpus).problem())
                .hasValueSatisfying(p -> assertThat(p.isError()).isTrue());
    }
}
