package io.github.fullstackmaven.model;

import java.util.Optional;

/**
 * What an engine, or a file for one, gives a container otherwise than the model says. The manual's
 * table is made of these, and a test on real engines fails for one that is missing or too much.
 *
 * @param field what differs, as the test of conformance calls it: {@code variable container}
 * @param says what is there instead, and what that means, for people
 * @param since the first version that has it; absent: all before the other limit
 * @param before the first version that has it no more; absent: all have it
 */
public record Difference(
        String field, String says, Optional<Integer> since, Optional<Integer> before) {
    /** Returns one of all versions. */
    public static Difference of(String field, String says) {
        return new Difference(field, says, Optional.empty(), Optional.empty());
    }

    /** Returns the same for old versions alone. */
    public Difference before(int major) {
        return new Difference(field, says, since, Optional.of(major));
    }

    /** Returns the same for new versions alone. */
    public Difference since(int major) {
        return new Difference(field, says, Optional.of(major), before);
    }

    /** Returns for which versions it holds, for people; empty for all. */
    public String versions() {
        return since.map(v -> " since " + v).orElse("")
                + before.map(v -> " before " + v).orElse("");
    }

    /** Returns whether an engine of this version has it. */
    public boolean isOf(String version) {
        String digits = version.replaceFirst("\\D.*", "");
        if (digits.isEmpty()) {
            return true;
        }
        int major = Integer.parseInt(digits);
        return major >= since.orElse(0) && major < before.orElse(Integer.MAX_VALUE);
    }
}
