package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.ExecResult;
import io.github.fullstackmaven.model.FullstackException;

/** Ends a list of operations: what it means for the deployment, and what to tell the user. */
final class Setback extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Outcome outcome;
    private final FullstackException problem;

    Setback(Outcome outcome, FullstackException problem) {
        super(problem.getMessage(), problem);
        this.outcome = outcome;
        this.problem = problem;
    }

    /**
     * Ends the operations where the edge did not take a change.
     *
     * @param result what the change ended with
     */
    static void unlessChanged(ExecResult result) {
        if (!result.ok()) {
            throw new Setback(Outcome.SWITCH_FAILED, EdgeProblems.notSwitched(result.complaint()));
        }
    }

    Outcome outcome() {
        return outcome;
    }

    FullstackException problem() {
        return problem;
    }
}
