package io.github.fullstackmaven.model;

import java.util.List;
import java.util.Optional;

/**
 * What an ecosystem's rules say of a directory, and how close the others were.
 *
 * @param directory the directory
 * @param ecosystem whose rules these are
 * @param conclusion the id of the rule that decided
 * @param fired the rules that hold, with the files that make them
 * @param nearly the rules that one condition alone keeps from holding
 */
public record Explanation(
        String directory,
        Ecosystem ecosystem,
        Optional<String> conclusion,
        List<Evidence> fired,
        List<NearMiss> nearly) {
    /**
     * A rule that nearly held.
     *
     * @param rule its id
     * @param missing the one condition that is not met
     */
    public record NearMiss(String rule, String missing) {}

    public Explanation {
        fired = List.copyOf(fired);
        nearly = List.copyOf(nearly);
    }
}
