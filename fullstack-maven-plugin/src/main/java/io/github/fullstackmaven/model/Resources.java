package io.github.fullstackmaven.model;

import java.util.Optional;

/**
 * What a unit may use.
 *
 * @param memory with a unit, {@code 512m}
 * @param cpus a decimal number, {@code 1.5}
 * @param replicas how many units; 1 on docker and podman
 * @param requests what requests may be and take
 */
public record Resources(
        Optional<String> memory, Optional<String> cpus, int replicas, RequestLimits requests) {
    /** No limits, one unit. */
    public static final Resources DEFAULT =
            new Resources(Optional.empty(), Optional.empty(), 1, RequestLimits.DEFAULT);
}
