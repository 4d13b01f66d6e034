package io.github.fullstackmaven.goal.dev;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.host.Answer;
import io.github.fullstackmaven.report.Heard;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What programs say, and what is made of it. */
class SpokenTest {
    private static final String ESCAPE = "\u001b";

    private final Heard heard = new Heard();

    @Test
    void namesAreAlignedAndNothingIsColouredWhereNobodySeesIt() {
        Labels labels = new Labels(List.of("web", "backend"), false);
        labels.print("web", ESCAPE + "[32mready" + ESCAPE + "[39m", heard);
        labels.print("backend", ESCAPE + "[2Jlistening\r", heard);
        assertThat(heard.lines()).containsExactly("web     | ready", "backend | listening");
    }

    @Test
    void onATerminalColoursStayAndTheScreenIsNotCleared() {
        Labels labels = new Labels(List.of("web"), true);
        labels.print("web", ESCAPE + "c" + ESCAPE + "[32mready", heard);
        assertThat(heard.lines())
                .containsExactly(ESCAPE + "[36mweb |" + ESCAPE + "[0m " + ESCAPE + "[32mready");
    }

    @Test
    void theAddressThatADevServerPrintsIsFound() {
        assertThat(PrintedAddress.portIn("  ➜  Local:   http://localhost:" + ESCAPE + "[1m5174/"))
                .hasValue(5174);
        assertThat(PrintedAddress.portIn("- Local: http://[::1]:3001")).hasValue(3001);
        assertThat(PrintedAddress.portIn("see https://example.com:8080/ for help")).isEmpty();
        assertThat(PrintedAddress.portIn("http://localhost:99999/")).isEmpty();
    }

    @Test
    void anAnswerThatTheBackEndGivesDifferentlyWasNotHandedOn() {
        Handover handover = new Handover("backend", 3000, "/api/health", "/api/health");
        Answer json = new Answer(404, Map.of(), "{}", Optional.empty());
        Answer page =
                new Answer(200, Map.of("content-type", List.of("text/html")), "", Optional.empty());

        assertThat(ProxyLook.judge(handover, json, json)).isEmpty();
        assertThat(ProxyLook.judge(handover, Answer.none("no"), page)).isEmpty();
        assertThat(ProxyLook.judge(handover, json, page).orElseThrow().toString())
                .isEqualTo(
                        "FS-DEV-015 the dev server does not hand /api/health on: it answers 200"
                                + " text/html, backend itself 404; let its proxy lead to"
                                + " http://localhost:3000");
    }
}
