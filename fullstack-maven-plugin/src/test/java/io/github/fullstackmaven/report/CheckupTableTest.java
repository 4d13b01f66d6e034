package io.github.fullstackmaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.model.Checkup;
import io.github.fullstackmaven.model.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckupTableTest {
    private static final List<Checkup> CHECKUPS =
            List.of(
                    Checkup.well("engine", "docker 28.5.2, linux/amd64"),
                    Checkup.unwell(
                            "port 8080",
                            Finding.error(
                                    "FS-EDGE-003", "port 8080 is taken: web", "stop what listens")),
                    Checkup.unwell(
                            "certificate", Finding.warning("FS-TLS-006", "ends soon", "renew it")));

    @Test
    void eachThingHasALineAndWhatIsNotWellItsRemedyBelow() {
        Heard heard = new Heard();
        CheckupTable.print(CHECKUPS, heard);

        assertThat(heard.lines())
                .containsExactly(
                        "ok      engine       docker 28.5.2, linux/amd64",
                        "not ok  port 8080    port 8080 is taken: web",
                        "        -> stop what listens (FS-EDGE-003)",
                        "beware  certificate  ends soon",
                        "        -> renew it (FS-TLS-006)");
    }

    @Test
    void programsReadTheSame() {
        assertThat(DoctorJson.of(CHECKUPS))
                .contains("\"subject\" : \"port 8080\"", "\"ok\" : false")
                .contains("\"remedy\" : \"renew it\"", "\"severity\" : \"warning\"");
    }
}
