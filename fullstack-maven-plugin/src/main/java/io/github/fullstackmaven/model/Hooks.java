package io.github.fullstackmaven.model;

import java.time.Duration;
import java.util.Optional;

/**
 * What is run once for a new release.
 *
 * @param before before the new release is started: migrations
 * @param after after the switch
 * @param limit how long each may take
 */
public record Hooks(Optional<Hook> before, Optional<Hook> after, Duration limit) {
    /** How long a hook may take when nobody says. */
    public static final Duration LIMIT = Duration.ofMinutes(10);

    /** Nothing is run. */
    public static final Hooks NONE = new Hooks(Optional.empty(), Optional.empty(), LIMIT);
}
