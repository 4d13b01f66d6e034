package io.github.fullstackmaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columnsAreAsWideAsTheirContent() {
        assertThat(new Table("NAME", "PORT").row("backend", "3000").row("x", "").lines())
                .containsExactly("NAME     PORT", "backend  3000", "x        -");
    }
}
