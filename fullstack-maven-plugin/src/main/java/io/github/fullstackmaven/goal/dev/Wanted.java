package io.github.fullstackmaven.goal.dev;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What the user says of what is started.
 *
 * @param port the port of the front end's dev server; empty: its own, or the next that is free
 * @param commands lines for a shell by service, instead of what is known of its tools
 */
public record Wanted(OptionalInt port, Map<String, String> commands) {
    public Wanted {
        commands = Map.copyOf(new TreeMap<>(commands));
    }
}
