package io.github.fullstackmaven.deploy;

import java.time.Duration;

/** Hears what a deployment does, while it does it. */
public interface Progress {
    /** An operation begins. */
    default void begins(Operation operation) {}

    /** An operation has ended well. */
    default void ended(Operation operation, Duration took) {}

    /** Something worth a line: a warning, a line of a pull, what cleaning up could not do. */
    default void note(String line) {}
}
