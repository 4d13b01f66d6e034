package io.github.fullstackmaven.model;

import java.time.Duration;

/**
 * How long each part of a deployment may take.
 *
 * @param build the image build
 * @param ready from start to healthy
 * @param watch how long the new release is watched after the switch
 * @param drain how long requests to the old release may go on
 * @param stop the grace between TERM and KILL
 * @param lockWait how long to wait for another deployment
 */
public record Timing(
        Duration build,
        Duration ready,
        Duration watch,
        Duration drain,
        Duration stop,
        Duration lockWait) {
    /** The defaults of the documentation. */
    public static final Timing DEFAULT =
            new Timing(
                    Duration.ofMinutes(60),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(10),
                    Duration.ZERO);
}
