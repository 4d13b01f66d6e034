package io.github.fullstackmaven.deploy;

import java.time.Duration;

/** Waits a moment; an interrupt ends the wait and the deployment. */
final class Pause {
    private Pause() {}

    static void of(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new Setback(Outcome.INTERRUPTED, Problems.interrupted());
        }
    }
}
