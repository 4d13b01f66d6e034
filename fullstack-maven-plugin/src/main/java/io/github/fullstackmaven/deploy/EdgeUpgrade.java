package io.github.fullstackmaven.deploy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of an upgrade of an edge.
 *
 * @param edge its name
 * @param operations what was done; empty when there was nothing to do
 * @param before the version of nginx that it had, {@code 1.30.1}; absent when it did not run
 * @param version the version of nginx that it has
 * @param closed how long it took no connections
 */
public record EdgeUpgrade(
        String edge,
        List<Operation> operations,
        Optional<String> before,
        Optional<String> version,
        Duration closed) {
    public EdgeUpgrade {
        operations = List.copyOf(operations);
    }
}
