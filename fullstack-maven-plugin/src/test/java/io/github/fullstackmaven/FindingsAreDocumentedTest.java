package io.github.fullstackmaven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whoever meets an id looks it up in the manual. */
class FindingsAreDocumentedTest {
    private static final String ID = "FS-[A-Z]+-[0-9]{3}";

    @Test
    void everyIdInTheCodeIsARowOfTheManual() {
        assertThat(Manual.rows("findings.md", ID)).containsAll(Manual.sources("", ID));
    }

    @Test
    void everyRowOfTheManualIsAnIdInTheCode() {
        assertThat(Manual.sources("", ID)).containsAll(Manual.rows("findings.md", ID));
    }

    @Test
    void noIdHasTwoRows() {
        assertThat(Manual.rows("findings.md", ID)).doesNotHaveDuplicates();
    }
}
