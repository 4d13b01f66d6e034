package io.github.fullstackmaven.detect.rules;

import io.github.fullstackmaven.model.Accuracy;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.model.Sourced;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One rule: when its conditions hold, a directory is what {@code then} says.
 *
 * @param id {@code ecosystem.rule}
 * @param when the conditions
 * @param then the conclusion; absent for a rule that only gives evidence
 * @param accuracy how sure the conclusion is
 * @param supersedes the ids of rules that no longer count when this one holds
 */
public record Rule(String id, When when, Then then, Accuracy accuracy, List<String> supersedes) {

    public Rule {
        if (id == null || when == null || (then == null) != (accuracy == null)) {
            throw new IllegalArgumentException("rule " + id + " is not complete");
        }
        supersedes = supersedes == null ? List.of() : List.copyOf(supersedes);
    }

    /** The conditions: every one of {@code every}, at least one of {@code some}, none of none. */
    public record When(List<Condition> every, List<Condition> some, List<Condition> none) {
        public When {
            every = every == null ? List.of() : List.copyOf(every);
            some = some == null ? List.of() : List.copyOf(some);
            none = none == null ? List.of() : List.copyOf(none);
        }
    }

    /**
     * The conclusion.
     *
     * @param framework the framework's id; absent: the ecosystem alone
     * @param kind what the directory is for
     * @param output what the build leaves unless something says otherwise
     * @param port where it listens unless something says otherwise
     * @param buildable whether this version can build it
     */
    public record Then(
            String framework, ServiceKind kind, String output, Integer port, boolean buildable) {}

    /** Returns the port that goes with the conclusion. */
    public Optional<Sourced<Integer>> usualPort() {
        return Optional.ofNullable(then)
                .map(Then::port)
                .map(port -> new Sourced<>(port, "rule " + id));
    }

    /**
     * Returns the one condition that keeps the rule from holding, in words; empty when it holds,
     * when more are missing, or when nothing at all speaks for it.
     */
    public Optional<String> missing(Facts facts) {
        List<String> missing = new ArrayList<>();
        int met = 0;
        for (Condition condition : when.every()) {
            if (condition.evidence(facts).isPresent()) {
                met++;
            } else {
                missing.add("no " + condition.words());
            }
        }
        if (!when.some().isEmpty()) {
            if (when.some().stream().anyMatch(c -> c.evidence(facts).isPresent())) {
                met++;
            } else {
                missing.add(
                        "no "
                                + String.join(
                                        ", nor ",
                                        when.some().stream().map(Condition::words).toList()));
            }
        }
        for (Condition condition : when.none()) {
            if (condition.evidence(facts).isPresent()) {
                missing.add("there is a " + condition.words());
            }
        }
        return met > 0 && missing.size() == 1 ? Optional.of(missing.get(0)) : Optional.empty();
    }

    /** Returns the files that make the rule hold; empty when it does not hold. */
    public Optional<List<String>> evidence(Facts facts) {
        List<String> files = new ArrayList<>();
        for (Condition condition : when.every()) {
            Optional<String> file = condition.evidence(facts);
            if (file.isEmpty()) {
                return Optional.empty();
            }
            files.add(file.get());
        }
        if (!when.some().isEmpty()) {
            Optional<String> file =
                    when.some().stream()
                            .map(condition -> condition.evidence(facts))
                            .flatMap(Optional::stream)
                            .findFirst();
            if (file.isEmpty()) {
                return Optional.empty();
            }
            files.add(file.get());
        }
        boolean excluded =
                when.none().stream().anyMatch(condition -> condition.evidence(facts).isPresent());
        return excluded ? Optional.empty() : Optional.of(files.stream().distinct().toList());
    }
}
