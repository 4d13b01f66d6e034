package io.github.fullstackmaven.detect.rules;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.model.Ecosystem;
import io.github.fullstackmaven.model.Evidence;
import io.github.fullstackmaven.model.Explanation;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.model.Sourced;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The rules of one ecosystem, in the order in which they count: the more specific first.
 *
 * @param ecosystem what the rules are about
 * @param manifests the files whose presence makes a directory worth a look
 * @param rules the rules
 * @param judged is told every directory that the rules are asked about
 */
public record RuleBook(
        Ecosystem ecosystem, List<String> manifests, List<Rule> rules, Consumer<Facts> judged) {
    private static final String FOLDER = "/META-INF/fullstack/rules/";

    /**
     * What the rules say of a directory.
     *
     * @param conclusion the first rule that concludes something
     * @param evidence every rule that holds and is not superseded, with its files
     */
    public record Verdict(Optional<Rule> conclusion, List<Evidence> evidence) {
        public Verdict {
            evidence = List.copyOf(evidence);
        }
    }

    /** A book that tells nobody what it is asked. */
    public RuleBook(Ecosystem ecosystem, List<String> manifests, List<Rule> rules) {
        this(ecosystem, manifests, rules, facts -> {});
    }

    public RuleBook {
        manifests = List.copyOf(manifests);
        rules = List.copyOf(rules);
    }

    /** Reads the rules of an ecosystem. */
    public static RuleBook load(Ecosystem ecosystem) {
        String name = FOLDER + ecosystem.id() + ".json";
        try (InputStream file = RuleBook.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalArgumentException(name + " is missing");
            }
            return RuleReader.read(JsonMapper.builder().build().readTree(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(name, broken);
        }
    }

    /** Returns true for a file whose presence makes a directory worth a look. */
    public boolean isManifest(String file) {
        for (String name : manifests) {
            boolean same =
                    name.startsWith("*") ? file.endsWith(name.substring(1)) : file.equals(name);
            if (same) {
                return true;
            }
        }
        return false;
    }

    /** Returns the dependencies by which rules recognise a kind, in the order of the rules. */
    public List<String> dependencies(ServiceKind kind) {
        return rules.stream()
                .filter(rule -> rule.then() != null && rule.then().kind() == kind)
                .flatMap(rule -> rule.when().every().stream())
                .filter(condition -> condition.dependencies() != null)
                .flatMap(condition -> condition.dependencies().stream())
                .distinct()
                .toList();
    }

    /** Returns the first of the rules that hold that concludes a kind. */
    public Optional<Rule> concluding(ServiceKind kind, List<Evidence> holding) {
        return rules.stream()
                .filter(rule -> rule.then() != null && rule.then().kind() == kind)
                .filter(rule -> holding.stream().anyMatch(e -> e.rule().equals(rule.id())))
                .findFirst();
    }

    /** Returns the port that goes with the rules that hold. */
    public Optional<Integer> port(List<Evidence> holding) {
        return rules.stream()
                .filter(rule -> rule.then() != null && rule.then().port() != null)
                .filter(rule -> holding.stream().anyMatch(e -> e.rule().equals(rule.id())))
                .findFirst()
                .map(rule -> rule.then().port());
    }

    /** Returns the port that a framework's programs have unless something says otherwise. */
    public Optional<Sourced<Integer>> usualPort(String framework) {
        return rules.stream()
                .filter(rule -> rule.then() != null && framework.equals(rule.then().framework()))
                .flatMap(rule -> rule.usualPort().stream())
                .findFirst();
    }

    /** Returns the same rules, which tell what they are asked about. */
    public RuleBook telling(Consumer<Facts> listener) {
        return new RuleBook(ecosystem, manifests, rules, listener);
    }

    /** Says why the rules judge as they do, and which nearly would have counted. */
    public Explanation explain(Facts facts) {
        Verdict verdict = verdict(facts);
        List<Explanation.NearMiss> nearly = new ArrayList<>();
        for (Rule rule : rules) {
            rule.missing(facts)
                    .filter(what -> rule.then() != null)
                    .ifPresent(what -> nearly.add(new Explanation.NearMiss(rule.id(), what)));
        }
        return new Explanation(
                facts.directory(),
                ecosystem,
                verdict.conclusion().map(Rule::id),
                verdict.evidence(),
                nearly);
    }

    /** Evaluates the rules. */
    public Verdict judge(Facts facts) {
        judged.accept(facts);
        return verdict(facts);
    }

    /** Returns what a directory is by the rules alone; empty when they conclude nothing. */
    public Optional<Site> site(Facts facts) {
        Verdict verdict = judge(facts);
        return verdict.conclusion()
                .map(
                        rule ->
                                new Site(
                                        facts.directory(),
                                        ecosystem,
                                        rule.then().kind(),
                                        Optional.ofNullable(rule.then().framework()),
                                        rule.then().buildable(),
                                        rule.accuracy(),
                                        verdict.evidence()));
    }

    private Verdict verdict(Facts facts) {
        List<Rule> holding = new ArrayList<>();
        List<List<String>> files = new ArrayList<>();
        Set<String> superseded = new HashSet<>();
        for (Rule rule : rules) {
            Optional<List<String>> evidence = rule.evidence(facts);
            if (evidence.isPresent()) {
                holding.add(rule);
                files.add(evidence.get());
                superseded.addAll(rule.supersedes());
            }
        }
        Optional<Rule> conclusion = Optional.empty();
        List<Evidence> evidence = new ArrayList<>();
        for (int i = 0; i < holding.size(); i++) {
            Rule rule = holding.get(i);
            if (superseded.contains(rule.id())) {
                continue;
            }
            if (conclusion.isEmpty() && rule.then() != null) {
                conclusion = Optional.of(rule);
            }
            files.get(i).forEach(file -> evidence.add(new Evidence(file, rule.id())));
        }
        return new Verdict(conclusion, evidence);
    }
}
