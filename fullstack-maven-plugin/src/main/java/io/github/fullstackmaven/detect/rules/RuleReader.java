package io.github.fullstackmaven.detect.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fullstackmaven.model.Accuracy;
import io.github.fullstackmaven.model.Ecosystem;
import io.github.fullstackmaven.model.ServiceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a file of rules; an unknown key is a mistake in the file. */
final class RuleReader {
    private RuleReader() {}

    static RuleBook read(JsonNode root) {
        only(root, "ecosystem", "manifests", "rules");
        List<Rule> rules = new ArrayList<>();
        root.path("rules").forEach(node -> rules.add(rule(node)));
        Ecosystem ecosystem =
                Ecosystem.valueOf(root.path("ecosystem").asText().toUpperCase(Locale.ROOT));
        return new RuleBook(ecosystem, texts(root, "manifests"), rules);
    }

    private static Rule rule(JsonNode node) {
        only(node, "id", "when", "then", "accuracy", "supersedes");
        JsonNode when = node.path("when");
        only(when, "every", "some", "none");
        return new Rule(
                node.path("id").asText(null),
                new Rule.When(
                        conditions(when, "every"),
                        conditions(when, "some"),
                        conditions(when, "none")),
                node.has("then") ? then(node.path("then")) : null,
                node.has("accuracy")
                        ? Accuracy.valueOf(node.path("accuracy").asText().toUpperCase(Locale.ROOT))
                        : null,
                node.has("supersedes") ? texts(node, "supersedes") : List.of());
    }

    private static Rule.Then then(JsonNode node) {
        only(node, "framework", "kind", "output", "port", "buildable");
        ServiceKind kind =
                Stream.of(ServiceKind.values())
                        .filter(k -> k.id().equals(node.path("kind").asText()))
                        .findFirst()
                        .orElseThrow();
        return new Rule.Then(
                node.path("framework").asText(null),
                kind,
                node.path("output").asText(null),
                node.has("port") ? node.path("port").intValue() : null,
                node.path("buildable").asBoolean(false));
    }

    private static List<Condition> conditions(JsonNode when, String name) {
        List<Condition> conditions = new ArrayList<>();
        when.path(name).forEach(node -> conditions.add(condition(node)));
        return conditions;
    }

    private static Condition condition(JsonNode node) {
        only(node, "files", "directories", "dependencies", "key", "contains", "text", "in");
        return new Condition(
                texts(node, "files"),
                texts(node, "directories"),
                texts(node, "dependencies"),
                node.path("key").asText(null),
                node.has("text") ? Pattern.compile(node.path("text").asText()) : null,
                node.path("contains").asText(null),
                texts(node, "in"));
    }

    private static List<String> texts(JsonNode node, String name) {
        if (!node.has(name)) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        node.path(name).forEach(text -> texts.add(text.asText()));
        return List.copyOf(texts);
    }

    private static void only(JsonNode node, String... keys) {
        Set<String> unknown = new TreeSet<>();
        node.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(List.of(keys));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("unknown keys " + unknown + " in " + node);
        }
    }
}
