package io.github.fullstackmaven.goal.dev;

import java.util.Set;

/**
 * The files whose change means that a program has to be started again.
 *
 * @param directory the directory, relative to the repository
 * @param endings how their names end
 */
public record Sources(String directory, Set<String> endings) {
    public Sources {
        endings = Set.copyOf(endings);
    }

    /** Returns true for the name of such a file. */
    public boolean has(String name) {
        return endings.stream().anyMatch(name::endsWith);
    }
}
