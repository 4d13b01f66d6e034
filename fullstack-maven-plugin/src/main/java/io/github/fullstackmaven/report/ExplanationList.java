package io.github.fullstackmaven.report;

import io.github.fullstackmaven.model.Evidence;
import io.github.fullstackmaven.model.Explanation;
import io.github.fullstackmaven.model.OneLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Prints for a person why a directory is what it is, and what it nearly would have been. */
public final class ExplanationList {
    private ExplanationList() {}

    /** Prints every directory, with the rules that fired and those that nearly did. */
    public static void print(List<Explanation> explanations, Console console) {
        for (Explanation explanation : explanations) {
            console.info(
                    OneLine.of(explanation.directory())
                            + " ("
                            + explanation.ecosystem().id()
                            + "): "
                            + explanation.conclusion().orElse("no rule decides"));
            Table table = new Table();
            fired(explanation.fired())
                    .forEach(
                            (rule, files) ->
                                    table.row("  fired", rule, "for " + String.join(", ", files)));
            explanation
                    .nearly()
                    .forEach(miss -> table.row("  nearly", miss.rule(), "but " + miss.missing()));
            table.lines().forEach(console::info);
        }
    }

    private static Map<String, Set<String>> fired(List<Evidence> evidence) {
        Map<String, Set<String>> files = new LinkedHashMap<>();
        for (Evidence e : evidence) {
            files.computeIfAbsent(e.rule(), rule -> new TreeSet<>()).add(e.file());
        }
        return files;
    }
}
