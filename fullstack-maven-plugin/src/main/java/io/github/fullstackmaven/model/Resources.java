package io.github.fullstackmaven.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a unit may use.
 *
 * @param memory with a unit, {@code 512m}
 * @param cpus a decimal number, {@code 1.5}
 * @param replicas how many units; 1 on docker and podman
 * @param rateLimit requests a second and client on the API prefix; absent: no limit
 */
public record Resources(
        Optional<String> memory, Optional<String> cpus, int replicas, OptionalInt rateLimit) {
    /** No limits, one unit. */
    public static final Resources DEFAULT =
            new Resources(Optional.empty(), Optional.empty(), 1, OptionalInt.empty());
}
