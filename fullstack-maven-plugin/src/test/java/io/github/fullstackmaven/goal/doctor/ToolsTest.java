package io.github.fullstackmaven.goal.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.model.Checkup;
import io.github.fullstackmaven.model.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolsTest {
    @ParameterizedTest
    @CsvSource({"17.0.15,3.8.7", "25,3.9.16", "21.0.1+12,4.0.0-rc-6", "26-ea,4.1"})
    void whatIsSupportedIsWell(String java, String maven) {
        assertThat(new Tools(java, maven).checkups()).allMatch(Checkup::isWell);
    }

    @ParameterizedTest
    @CsvSource({"11.0.2,3.8.6", "1.8.0_402,3.6.3", "16,3.8"})
    void whatIsTooOldHasItsRemedy(String java, String maven) {
        List<Checkup> checkups = new Tools(java, maven).checkups();

        assertThat(checkups)
                .extracting(c -> c.problem().map(Finding::id).orElse(""))
                .containsExactly("FS-DOCTOR-001", "FS-DOCTOR-002");
    }

    @Test
    void aMavenThatDoesNotSayItsVersionIsNotTakenForANewOne() {
        assertThat(new Tools("17", "").checkups()).filteredOn(c -> !c.isWell()).hasSize(1);
    }
}
