package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does a list of operations; when one fails, goes back, or goes on if the switch is done. */
final class Rollout {
    private final Operator operator;
    private final Application application;
    private final Executor executor;

    Rollout(Operator operator, Application application, Executor executor) {
        this.operator = operator;
        this.application = application;
        this.executor = executor;
    }

    /** How it ended. */
    record Ending(Outcome outcome, Optional<FullstackException> problem) {}

    /** Does operations until the first that fails. */
    void perform(List<Operation> operations, List<Operation> done) {
        for (Operation operation : operations) {
            if (!switched(done)) {
                operator.checkpoint();
            }
            perform(operation);
            done.add(operation);
        }
    }

    /** Does operations, and what has to be done when one fails. */
    Ending run(Observed observed, List<Operation> operations, List<Operation> done) {
        try {
            perform(operations, done);
            boolean live =
                    switched(done)
                            || done.stream().anyMatch(SiteOperation.UpdateSite.class::isInstance);
            return new Ending(live ? Outcome.LIVE : Outcome.UNCHANGED, Optional.empty());
        } catch (Setback e) {
            return setBack(observed, operations, done, e);
        } catch (FullstackException e) {
            Outcome outcome =
                    operator.cancelled().getAsBoolean() ? Outcome.INTERRUPTED : Outcome.REFUSED;
            return setBack(observed, operations, done, new Setback(outcome, e));
        }
    }

    private Ending setBack(
            Observed observed, List<Operation> operations, List<Operation> done, Setback why) {
        // What is left to do needs a thread that may wait.
        boolean interrupted = Thread.interrupted();
        Operation failed = operations.get(indexOfFailed(operations, done));
        try {
            if (switched(done) && why.outcome() != Outcome.ROLLED_BACK) {
                finish(operations.subList(operations.indexOf(failed) + 1, operations.size()), why);
                return new Ending(Outcome.LIVE, Optional.empty());
            }
            List<String> left = tidy(UndoPlanner.plan(application, observed, done, failed, why));
            if (!left.isEmpty()) {
                operator.progress().warning(Problems.notTakenBack(left));
            }
            return new Ending(why.outcome(), Optional.of(why.problem()));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static int indexOfFailed(List<Operation> operations, List<Operation> done) {
        return (int) operations.stream().takeWhile(done::contains).count();
    }

    /** The new release is live: what could not be tidied up is left to the next deployment. */
    private void finish(List<Operation> rest, Setback why) {
        operator.progress()
                .warning(
                        Finding.warning(
                                "FS-DEPLOY-008",
                                "the new release is live, but not all was tidied up: "
                                        + why.problem().getMessage(),
                                "the next deployment does it"));
        tidy(rest);
    }

    /** Returns what could not be done. */
    private List<String> tidy(List<Operation> operations) {
        List<String> left = new ArrayList<>();
        for (Operation operation : operations) {
            try {
                perform(operation);
            } catch (Setback | FullstackException e) {
                operator.progress().note("could not " + operation.what() + ": " + e.getMessage());
                left.add(operation.what());
            }
        }
        return left;
    }

    private void perform(Operation operation) {
        operator.progress().begins(operation);
        long start = System.nanoTime();
        operation.accept(executor);
        operator.progress().ended(operation, Duration.ofNanos(System.nanoTime() - start));
    }

    private static boolean switched(List<Operation> done) {
        return done.stream().anyMatch(SiteOperation.Switch.class::isInstance);
    }
}
