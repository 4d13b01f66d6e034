package io.github.fullstackmaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class LogLinesTest {
    private static final String ACCESS =
            "{\"time\":\"2026-01-01T00:00:00+00:00\",\"release\":\"r1\",\"request_id\":\"ab\","
                    + "\"client\":\"172.18.0.2\",\"status\":200}";
    private static final String ERROR =
            "2026/01/01 00:00:00 [warn] 12#12: *1 upstream prematurely closed connection";
    private static final String SUPERVISOR = "[supervisor] ready";
    private static final String OWN = "listening on 127.0.0.1:3000";
    private static final String JSON = "{\"time\":\"2026\",\"level\":\"info\"}";

    private static final List<String> ALL = List.of(SUPERVISOR, OWN, ACCESS, ERROR, JSON);

    @Test
    void knowsTheGatewaysLinesByTheirForm() {
        assertThat(lines("gateway")).containsExactly(ACCESS, ERROR);
    }

    @Test
    void whatNeitherGatewayNorSupervisorWroteIsTheBackEnds() {
        assertThat(lines("api")).containsExactly(OWN, JSON);
    }

    @Test
    void namesTheServicesThereAre() {
        assertThatThrownBy(() -> LogLines.of("web", List.of("api"), List.of("db")))
                .hasMessageContaining("FS-LOGS-001")
                .hasMessageContaining("gateway, api, db");
    }

    @Test
    void doesNotPretendToTellTwoProcessesApart() {
        assertThatThrownBy(() -> LogLines.of("orders", List.of("orders", "stock"), List.of()))
                .hasMessageContaining("FS-LOGS-002");
        assertThat(LogLines.of("gateway", List.of("orders", "stock"), List.of()).test(ACCESS))
                .isTrue();
    }

    @Test
    void keepsTheLastLines() {
        LogLines.Last last = new LogLines.Last(2);
        List.of("1", "2", "3").forEach(last);

        assertThat(last.lines()).containsExactly("2", "3");
    }

    private static List<String> lines(String service) {
        Predicate<String> wanted = LogLines.of(service, List.of("api"), List.of());
        return ALL.stream().filter(wanted).toList();
    }
}
