package io.github.fullstackmaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.model.Ecosystem;
import io.github.fullstackmaven.model.Evidence;
import io.github.fullstackmaven.model.Explanation;
import io.github.fullstackmaven.model.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplanationListTest {
    private static final class Lines implements Console {
        final List<String> lines = new ArrayList<>();

        @Override
        public void info(String line) {
            lines.add(line);
        }

        @Override
        public void warn(String line) {
            lines.add(line);
        }

        @Override
        public void finding(Finding finding) {
            lines.add(finding.toString());
        }

        @Override
        public void debug(String line) {
            lines.add(line);
        }
    }

    @Test
    void aDirectoryHasItsRulesBelowItWithTheFilesAndWhatIsMissing() {
        Lines console = new Lines();
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
        assertThat(console.lines)
                .containsExactly(
                        "web (node): node.vite",
                        "  fired   node.vite         for web/index.html, web/package.json",
                        "  nearly  node.next-static  but no dependency next");
    }
}
