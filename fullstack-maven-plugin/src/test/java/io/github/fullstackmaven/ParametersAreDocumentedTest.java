package io.github.fullstackmaven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A parameter that the manual's table does not have might as well not exist. */
class ParametersAreDocumentedTest {
    @Test
    void everyPropertyIsInTheTable() {
        assertThat(Manual.words("parameters.md"))
                .containsAll(
                        Manual.sources("mojo", "(?<=property = \"fullstack\\.)[A-Za-z.]+(?=\")"));
    }
}
