package io.github.fullstackmaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.model.Ecosystem;
import io.github.fullstackmaven.model.Evidence;
import io.github.fullstackmaven.model.Explanation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplanationListTest {
    @Test
    void aDirectoryHasItsRulesBelowItWithTheFilesAndWhatIsMissing() {
        Heard console = new Heard();
        ExplanationList.print(
                List.of(
                        new Explanation(
                                "web",
                                Ecosystem.NODE,
                                Optional.of("node.vite"),
                                List.of(
                                        new Evidence("web/package.json", "node.vite"),
                                        new Evidence("web/index.html", "node.vite")),
                                List.of(
                                        new Explanation.NearMiss(
                                                "node.next-static", "no dependency next")))),
                console);
        assertThat(console.lines())
                .containsExactly(
                        "web (node): node.vite",
                        "  fired   node.vite         for web/index.html, web/package.json",
                        "  nearly  node.next-static  but no dependency next");
    }
}
