package io.github.fullstackmaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AmountTest {
    @Test
    void sizesHaveTheUnitThatFits() {
        assertThat(Amount.ofBytes(999)).isEqualTo("999 B");
        assertThat(Amount.ofBytes(1_500)).isEqualTo("1.5 kB");
        assertThat(Amount.ofBytes(93_400_000)).isEqualTo("93 MB");
    }

    @Test
    void timesHaveTheUnitThatFits() {
        assertThat(Amount.of(Duration.ofMillis(20))).isEqualTo("20 ms");
        assertThat(Amount.of(Duration.ofMillis(2_340))).isEqualTo("2.3 s");
        assertThat(Amount.of(Duration.ofSeconds(95))).isEqualTo("1 min 35 s");
    }
}
