package io.github.fullstackmaven.model;

import java.util.Collection;
import java.util.Optional;

/**
 * What an engine, or a file for one, gives a container otherwise than the model says. The manual's
 * table is made of these, and a test on real engines fails for one that is missing or too much.
 *
 * @param field what differs, as the test of conformance calls it: {@code variable container}
 * @param says what is there instead, and what that means, for people
 * @param since the first version that has it; absent: all before the other limit
 * @param before the first version that has it no more; absent: all have it
 * @param unlimited what an engine that has it cannot limit: {@code memory}, {@code cpus} or {@code
 *     processes}; absent: all have it
 */
public record Difference(
        String field,
        String says,
        Optional<Integer> since,
        Optional<Integer> before,
        Optional<String> unlimited) {
    /** Returns one of all versions. */
    public static Difference of(String field, String says) {
        return new Difference(field, says, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Returns the same for old versions alone. */
    public Difference before(int major) {
        return new Difference(field, says, since, Optional.of(major), unlimited);
    }

    /** Returns the same for new versions alone. */
    public Difference since(int major) {
        return new Difference(field, says, Optional.of(major), before, unlimited);
    }

    /** Returns the same for engines alone that cannot limit something. */
    public Difference unlimited(String what) {
        return new Difference(field, says, since, before, Optional.of(what));
    }

    /** Returns which engines have it, for people; empty for all. */
    public String where() {
        return since.map(v -> " since " + v).orElse("")
                + before.map(v -> " before " + v).orElse("")
                + unlimited.map(what -> " that cannot limit " + what).orElse("");
    }

    /**
     * Returns whether an engine has it.
     *
     * @param version its version
     * @param cannot what it cannot limit
     */
    public boolean isOf(String version, Collection<String> cannot) {
        if (unlimited.filter(what -> !cannot.contains(what)).isPresent()) {
            return false;
        }
        String digits = version.replaceFirst("\\D.*", "");
        if (digits.isEmpty()) {
            return true;
        }
        int major = Integer.parseInt(digits);
        return major >= since.orElse(0) && major < before.orElse(Integer.MAX_VALUE);
    }
}
