package io.github.fullstackmaven.engine;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which lines of a log are wanted.
 *
 * @param tail how many of the last lines; absent: all
 * @param since a time stamp or a duration as the engine knows it, {@code 10m}
 * @param follow whether to wait for more
 */
public record LogQuery(OptionalInt tail, Optional<String> since, boolean follow) {
    /** Returns a query for the last lines. */
    public static LogQuery last(int lines) {
        return new LogQuery(OptionalInt.of(lines), Optional.empty(), false);
    }
}
