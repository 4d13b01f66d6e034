package io.github.fullstackmaven.detect.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fullstackmaven.model.Ecosystem;
import io.github.fullstackmaven.model.Evidence;
import io.github.fullstackmaven.model.Explanation;
import io.github.fullstackmaven.scan.MemoryTree;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RuleBookTest {
    private static final String TWO =
            """
            {"ecosystem": "node", "manifests": ["package.json"], "rules": [
              {"id": "node.general", "when": {"every": [{"dependencies": ["vite"]}]},
               "then": {"framework": "vite", "kind": "static-frontend"}, "accuracy": "high"},
              {"id": "node.special", "when": {"every": [{"dependencies": ["kit"]}],
                "some": [{"files": ["a.js", "*.svelte"]}], "none": [{"key": "private", "contains": "no"}]},
               "then": {"framework": "kit", "kind": "ssr-frontend"}, "accuracy": "high",
               "supersedes": ["node.general"]},
              {"id": "node.aspect", "when": {"every": [{"text": "x\\\\d", "in": ["a.js"]}]}}]}
            """;

    private final MemoryTree tree = new MemoryTree();

    private static RuleBook book(String text) throws IOException {
        return RuleReader.read(JsonMapper.builder().build().readTree(text));
    }

    private DirectoryFacts facts(Map<String, String> values, String... dependencies) {
        Map<String, String> declared = new java.util.HashMap<>();
        List.of(dependencies).forEach(name -> declared.put(name, "w/package.json"));
        return new DirectoryFacts(tree, "w", declared, values, "w/package.json");
    }

    @ParameterizedTest
    @EnumSource(value = Ecosystem.class, names = "NIX", mode = EnumSource.Mode.EXCLUDE)
    void everyRuleFileIsWellFormed(Ecosystem ecosystem) {
        RuleBook book = RuleBook.load(ecosystem);
        List<String> ids = book.rules().stream().map(Rule::id).toList();
        assertThat(book.ecosystem()).isEqualTo(ecosystem);
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.startsWith(ecosystem.id() + "."));
        assertThat(book.rules()).allSatisfy(rule -> assertThat(ids).containsAll(rule.supersedes()));
    }

    @Test
    void theMoreSpecificRuleSupersedesAndOnlyItsEvidenceStays() throws IOException {
        tree.with("w/App.svelte", "");
        RuleBook.Verdict verdict = book(TWO).judge(facts(Map.of(), "vite", "kit"));
        assertThat(verdict.conclusion().orElseThrow().id()).isEqualTo("node.special");
        assertThat(verdict.evidence())
                .containsExactly(
                        new Evidence("w/package.json", "node.special"),
                        new Evidence("w/App.svelte", "node.special"));
    }

    @Test
    void everySomeAndNoneAllHaveToHold() throws IOException {
        assertThat(book(TWO).judge(facts(Map.of(), "kit")).conclusion()).isEmpty();
        tree.with("w/a.js", "");
        assertThat(book(TWO).judge(facts(Map.of(), "kit")).conclusion()).isPresent();
        assertThat(book(TWO).judge(facts(Map.of("private", "no"), "kit")).conclusion()).isEmpty();
    }

    @Test
    void aRuleWithoutConclusionOnlyGivesEvidence() throws IOException {
        tree.with("w/a.js", "x1");
        RuleBook.Verdict verdict = book(TWO).judge(facts(Map.of()));
        assertThat(verdict.conclusion()).isEmpty();
        assertThat(verdict.evidence()).containsExactly(new Evidence("w/a.js", "node.aspect"));
    }

    @Test
    void aMisspelledKeyIsAMistake() {
        assertThatThrownBy(() -> book(TWO.replace("supersedes", "superseeds")))
                .hasMessageContaining("superseeds");
    }

    @Test
    void explainsWhatFiredAndWhatOneConditionKeptFromIt() throws IOException {
        tree.with("w/a.js", "");
        Explanation why = book(TWO).explain(facts(Map.of(), "vite"));
        assertThat(why.conclusion()).contains("node.general");
        assertThat(why.nearly())
                .containsExactly(new Explanation.NearMiss("node.special", "no dependency kit"));
        assertThat(book(TWO).explain(facts(Map.of("private", "no"), "kit")).nearly())
                .extracting(Explanation.NearMiss::missing)
                .containsExactly("there is a value of private with no");
    }

    @Test
    void aRuleForWhichNothingSpeaksIsNoNearMiss() throws IOException {
        assertThat(book(TWO).explain(facts(Map.of())).nearly()).isEmpty();
    }
}
