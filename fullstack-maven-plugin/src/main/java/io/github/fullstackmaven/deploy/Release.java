package io.github.fullstackmaven.deploy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A release, live, past, or one that never went live.
 *
 * @param name {@code r3}
 * @param state {@code live}; {@code kept}: one can go back to it; {@code no-image}: its record is
 *     kept and its image is gone; {@code forgotten}; {@code begun}: it is being deployed, or was
 *     cut off just now; else how it failed: {@code unhealthy}, {@code cut-off} …
 * @param time when it went live last, or when it failed
 * @param took how long that took
 * @param by who did it
 * @param cause why
 * @param image its image's name at that time
 * @param imageId its image
 * @param revision the revision of its sources
 */
public record Release(
        String name,
        String state,
        Optional<Instant> time,
        Optional<Duration> took,
        Optional<String> by,
        Optional<String> cause,
        Optional<String> image,
        Optional<String> imageId,
        Optional<String> revision) {
    /** Returns true when the edge serves it. */
    public boolean isLive() {
        return state.equals("live");
    }

    /** Returns true when one can go back to it. */
    public boolean isKept() {
        return state.equals("kept");
    }
}
