package io.github.fullstackmaven.model;

import java.util.Optional;

/**
 * What an engine, or a file for one, gives a container otherwise than the model says. The manual's
 * table is made of these, and a test on real engines fails for one that is missing or too much.
 *
 * @param field what differs, as the test of conformance calls it: {@code variable container}
 * @param says what is there instead, and what that means, for people
 * @param before the first version that has it no more; absent: all have it
 */
public record Difference(String field, String says, Optional<Integer> before) {
    /** Returns one of all versions. */
    public static Difference of(String field, String says) {
        return new Difference(field, says, Optional.empty());
    }

    /** Returns the same for old versions alone. */
    public Difference before(int major) {
        return new Difference(field, says, Optional.of(major));
    }

    /** Returns whether an engine of this version has it. */
    public boolean isOf(String version) {
        String digits = version.replaceFirst("\\D.*", "");
        return before.isEmpty() || digits.isEmpty() || Integer.parseInt(digits) < before.get();
    }
}
