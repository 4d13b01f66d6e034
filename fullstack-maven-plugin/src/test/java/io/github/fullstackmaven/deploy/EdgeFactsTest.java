package io.github.fullstackmaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.deploy.Observed.Room;
import io.github.fullstackmaven.deploy.Observed.Trace;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class EdgeFactsTest {
    @Test
    void knowsTheRoomOnTheDiskAndHowTheJournalEnds() {
        EdgeFacts facts = EdgeFacts.parse("last 12\nunfinished r12\nroom 2048 77\n");

        assertThat(facts.trace()).isEqualTo(new Trace(12, Optional.of("r12")));
        assertThat(facts.room()).contains(new Room(2048 * 1024, OptionalLong.of(77)));
    }

    @Test
    void whatIsNotKnownIsNotMadeUp() {
        assertThat(EdgeFacts.parse("room - -\nlast \n").room()).isEmpty();
        assertThat(EdgeFacts.parse("room 5 -").room())
                .contains(new Room(5120, OptionalLong.empty()));
        assertThat(EdgeFacts.parse("").trace()).isEqualTo(Trace.NONE);
    }
}
