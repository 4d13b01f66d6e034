package io.github.fullstackmaven.model;

import java.util.Objects;
import java.util.Optional;

/**
 * What came of looking at one thing that a deployment needs.
 *
 * @param subject what was looked at: {@code engine}, {@code port 8080} …
 * @param detail what it is like, one line
 * @param problem why it is not well, with the remedy; absent when it is well
 */
public record Checkup(String subject, String detail, Optional<Finding> problem) {
    public Checkup {
        Objects.requireNonNull(subject);
        Objects.requireNonNull(detail);
        Objects.requireNonNull(problem);
    }

    /** Returns that something is well. */
    public static Checkup well(String subject, String detail) {
        return new Checkup(subject, detail, Optional.empty());
    }

    /** Returns that something is not well. */
    public static Checkup unwell(String subject, Finding problem) {
        return new Checkup(subject, problem.message(), Optional.of(problem));
    }

    /** Returns true when nothing has to be done about it. */
    public boolean isWell() {
        return problem.isEmpty();
    }
}
