package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;

/** What can come between a trial and its end. */
final class TrialProblems {
    private TrialProblems() {}

    static FullstackException lookInterrupted() {
        return FullstackException.machine(
                Finding.error(
                        "FS-VERIFY-004",
                        "verifying was interrupted; what was started is gone",
                        "run the goal again"));
    }

    static Finding trialLeft(String what, String said) {
        return Finding.warning(
                "FS-VERIFY-003",
                what + " could not be taken away: " + said,
                "remove it by hand, or let the next verify do it");
    }
}
