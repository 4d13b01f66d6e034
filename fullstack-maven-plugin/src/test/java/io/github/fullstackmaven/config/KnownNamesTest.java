package io.github.fullstackmaven.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KnownNamesTest {
    private final KnownNames names =
            new KnownNames(List.of("fullstack.engine", "fullstack.env", "fullstack.backendPort"));

    @Test
    void aKnownNamePasses() {
        assertThat(names.check(List.of("fullstack.env"), "property")).isEmpty();
    }

    @Test
    void anUnknownNameIsReportedWithTheNearestOne() {
        assertThat(names.check(List.of("fullstack.backedPort"), "property"))
                .singleElement()
                .hasToString(
                        "FS-CONFIG-001 fullstack.backedPort: there is no property of this name; did you mean fullstack.backendPort?");
    }

    @Test
    void aNameFarFromAllIsReportedWithoutAGuess() {
        assertThat(names.check(List.of("zzz"), "parameter"))
                .singleElement()
                .extracting(f -> f.remedy())
                .isEqualTo("see the list of parameters");
    }
}
