package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.FullstackException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Deploys applications: observes, decides, does. One deployer does one deployment. A shutdown hook
 * may call {@link #cancel} from another thread.
 */
public final class Deployer {
    private static final Duration CANCEL_LIMIT = Duration.ofMinutes(3);

    private final Operator operator;
    private final Observer observer;
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean cancelled;
    private volatile boolean begun;

    public Deployer(Engine engine, Progress progress, Clock clock) {
        this.operator = new Operator(engine, progress, clock, () -> cancelled);
        this.observer = new Observer(engine);
    }

    /**
     * Returns the operations that {@link #deploy} would do now; empty when nothing has to be done.
     *
     * @throws FullstackException when the deployment would be refused
     */
    public List<Operation> plan(Target target) {
        return Planner.plan(target, observer.observe(target.application()));
    }

    /** Brings what is wanted on the air. Never throws for what goes wrong on the way. */
    public Deployment deploy(Target target) {
        begun = true;
        Executor executor = new Executor(operator, target);
        try {
            return attempt(target, executor);
        } finally {
            executor.close();
            finished.countDown();
        }
    }

    /**
     * Asks a deployment that is under way to end: before its switch it goes back, after it it goes
     * on to the end. Returns when that is done.
     */
    public void cancel() {
        cancelled = true;
        if (!begun) {
            return;
        }
        try {
            if (!finished.await(CANCEL_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                operator.progress().note("the deployment did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Deployment attempt(Target target, Executor executor) {
        Observed observed;
        List<Operation> operations;
        List<Operation> done = new ArrayList<>();
        Rollout rollout = new Rollout(operator, target, executor);
        try {
            observed = observer.observe(target.application());
            operations = Planner.plan(target, observed);
            observed.sites().stream()
                    .filter(site -> !site.isOf(target.application()))
                    .flatMap(site -> Problems.setAside(site).stream())
                    .forEach(finding -> operator.progress().note(finding.toString()));
            if (operations.isEmpty()) {
                return result(target, Outcome.UNCHANGED, observed, done, Optional.empty());
            }
            List<Operation> opening = operations.stream().filter(Deployer::isOpening).toList();
            rollout.perform(opening, done);
            // Somebody else may have deployed before we had the lock.
            observed = observer.observe(target.application());
            operations =
                    Planner.plan(target, observed).stream().filter(op -> !isOpening(op)).toList();
        } catch (Setback e) {
            return refused(target, e.outcome(), e.problem());
        } catch (FullstackException e) {
            return refused(target, Outcome.REFUSED, e);
        }
        Rollout.Ending ending = rollout.run(observed, operations, done);
        if (ending.outcome() == Outcome.REFUSED || ending.outcome() == Outcome.INTERRUPTED) {
            return refused(target, ending.outcome(), ending.problem().orElseThrow());
        }
        return result(target, ending.outcome(), observed, done, ending.problem());
    }

    private static boolean isOpening(Operation op) {
        return op instanceof Operation.PullImage || op instanceof Operation.TakeLock;
    }

    private Deployment result(
            Target target,
            Outcome outcome,
            Observed before,
            List<Operation> done,
            Optional<FullstackException> problem) {
        Observed now =
                outcome == Outcome.UNCHANGED ? before : observer.observe(target.application());
        Optional<String> live = Optional.of(now.live()).filter(release -> !release.isEmpty());
        Optional<String> previous =
                Optional.of(before.live())
                        .filter(release -> !release.isEmpty())
                        .filter(release -> !live.equals(Optional.of(release)));
        List<Deployment.Container> containers =
                now.unit(now.live()).stream()
                        .map(u -> new Deployment.Container("app", u.name(), u.containerId()))
                        .toList();
        return deployment(target, outcome, live, previous, containers, done, problem);
    }

    private Deployment refused(Target target, Outcome outcome, FullstackException problem) {
        return deployment(
                target,
                outcome,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of(problem));
    }

    private Deployment deployment(
            Target target,
            Outcome outcome,
            Optional<String> live,
            Optional<String> previous,
            List<Deployment.Container> containers,
            List<Operation> done,
            Optional<FullstackException> problem) {
        Application application = target.application();
        return new Deployment(
                outcome,
                application.name(),
                application.environment(),
                operator.engine().info().name(),
                live,
                previous,
                application.publicUrl(),
                containers,
                new Deployment.EdgeInfo(
                        Names.edge(application.edge()),
                        application.edge().httpPort(),
                        application.edge().httpsPort()),
                done,
                problem);
    }
}
