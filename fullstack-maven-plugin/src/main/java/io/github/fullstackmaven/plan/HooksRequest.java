package io.github.fullstackmaven.plan;

import io.github.fullstackmaven.model.Hooks;
import io.github.fullstackmaven.model.Sourced;
import java.time.Duration;
import java.util.Optional;

/**
 * What the user says of hooks.
 *
 * @param before a line for a shell, run before the new release is started; {@code none}: nothing,
 *     whatever a {@code Procfile} says
 * @param after a line for a shell, run after the switch
 * @param limit how long each may take
 */
public record HooksRequest(
        Optional<Sourced<String>> before, Optional<Sourced<String>> after, Duration limit) {
    /** Nothing is said. */
    public static final HooksRequest NONE =
            new HooksRequest(Optional.empty(), Optional.empty(), Hooks.LIMIT);
}
