package io.github.fullstackmaven.goal.dev;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * A program to be started and kept.
 *
 * @param name the service's name
 * @param directory where it is started, relative to the repository
 * @param line the line for a shell
 * @param environment its variables; may hold secrets
 * @param port where it will listen; empty: nowhere, or nobody here knows
 * @param sources what is watched to start it again; absent: it sees to that itself
 * @param pages whether it is a dev server, which says itself where it listens
 */
public record DevProgram(
        String name,
        String directory,
        String line,
        Map<String, String> environment,
        OptionalInt port,
        Optional<Sources> sources,
        boolean pages) {
    public DevProgram {
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
    }

    /** Returns the same program with these variables. */
    public DevProgram with(Map<String, String> others) {
        return new DevProgram(name, directory, line, others, port, sources, pages);
    }

    /** Returns all but the values of its variables. */
    @Override
    public String toString() {
        return name + " in " + directory + ": " + line;
    }
}
