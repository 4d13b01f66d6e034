package io.github.fullstackmaven.model;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * What a request may be and take, at the edge and at the gateway.
 *
 * @param rate requests a second and client on the API prefix; absent: no limit
 * @param maxBody the largest body, as nginx writes it: {@code 10m}
 * @param answer how long a process may be silent, before its answer and in it
 */
public record RequestLimits(OptionalInt rate, String maxBody, Duration answer) {
    /** No rate, 10 MiB, a minute. */
    public static final RequestLimits DEFAULT =
            new RequestLimits(OptionalInt.empty(), "10m", Duration.ofMinutes(1));

    /** The edge has more patience than the gateway, whose answer says which process was silent. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Returns how long the edge waits for the gateway. */
    public Duration answerOfGateway() {
        return answer.plus(PATIENCE);
    }
}
