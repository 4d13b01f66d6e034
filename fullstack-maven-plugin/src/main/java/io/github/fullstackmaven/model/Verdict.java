package io.github.fullstackmaven.model;

import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What came of one check of a goal that has many.
 *
 * @param id the check's id, which is that of its finding
 * @param checkup what was looked at, and whether it is well
 */
public record Verdict(String id, Checkup checkup) {
    public Verdict {
        Objects.requireNonNull(id);
        Objects.requireNonNull(checkup);
    }

    /** Returns that a check found nothing. */
    public static Verdict well(String id, String subject, String detail) {
        return new Verdict(id, Checkup.well(subject, detail));
    }

    /** Returns what a check found. */
    public static Verdict unwell(String subject, Finding problem) {
        return new Verdict(problem.id(), Checkup.unwell(subject, problem));
    }

    /** Returns what it found. */
    public Optional<Finding> problem() {
        return checkup.problem();
    }

    /** Returns the same with what it found judged anew. */
    public Verdict judged(UnaryOperator<Finding> judge) {
        return problem().map(p -> unwell(checkup.subject(), judge.apply(p))).orElse(this);
    }
}
