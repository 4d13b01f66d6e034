package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.FullstackException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One deployment or rollback from its first look to its end. */
final class Attempt {
    private final Operator operator;
    private final Application application;
    private final Function<Observed, Aim> aims;
    private final Observer observer;
    private final Preflight preflight;
    private final DeployLock lock;
    private final Warned warned;
    private final List<Operation> done = new ArrayList<>();

    /**
     * Takes what is wanted.
     *
     * @param holder who wants it
     * @param aims says what is to be live, given what is there
     */
    Attempt(
            Operator operator,
            Application application,
            String holder,
            Function<Observed, Aim> aims) {
        this.warned = new Warned(operator.progress());
        this.operator = operator.heardBy(warned);
        this.application = application;
        this.aims = aims;
        this.observer = new Observer(operator.engine());
        this.preflight = new Preflight(operator.engine());
        this.lock = new DeployLock(operator.engine(), application, holder, operator.clock());
    }

    /** Does it. Never throws for what goes wrong on the way. */
    Deployment run() {
        Observed before;
        Aim aim;
        List<Operation> operations;
        try {
            before = observer.observe(application);
            aim = aims.apply(before);
            operations = Planner.plan(aim, before);
            before.sites().stream()
                    .filter(site -> !site.isOf(application))
                    .flatMap(site -> EdgeProblems.setAside(site).stream())
                    .forEach(finding -> operator.progress().note(finding.toString()));
            aim.warnings().forEach(operator.progress()::warning);
            new AccessoryPlanner(aim, before)
                    .warnings(operator.engine().info().name())
                    .forEach(operator.progress()::warning);
            if (operations.isEmpty()) {
                return result(aim, Outcome.UNCHANGED, before, before, Optional.empty());
            }
            // What needs a container of the edge's image waits until that is there.
            boolean checked = before.edge().image();
            if (checked) {
                preflight.check(aim, before, operations);
            }
            preflight.warnings(aim, operations).forEach(operator.progress()::warning);
            rollout(aim).perform(operations.stream().filter(Attempt::isOpening).toList(), done);
            // Somebody else may have deployed before we had the lock.
            before = observer.observe(application);
            aim = aims.apply(before);
            operations = Planner.plan(aim, before);
            if (!checked) {
                preflight.check(aim, before, operations);
            }
        } catch (Setback e) {
            return notBegun(e.outcome(), e.problem());
        } catch (FullstackException e) {
            return notBegun(Outcome.REFUSED, e);
        }
        List<Operation> rest = operations.stream().filter(op -> !isOpening(op)).toList();
        Rollout.Ending ending = rollout(aim).run(before, rest, done);
        try {
            Observed now = observer.observe(application);
            return result(aim, ending.outcome(), before, now, ending.problem());
        } catch (FullstackException e) {
            // The engine does not answer any more: what happened is known all the same.
            return notBegun(ending.outcome(), ending.problem().orElse(e));
        }
    }

    /** Gives the lock back, whatever happened. */
    void close() {
        lock.release();
    }

    private Rollout rollout(Aim aim) {
        return new Rollout(operator, aim.application(), new Executor(operator, aim, lock));
    }

    private static boolean isOpening(Operation op) {
        return op instanceof StoreOperation.PullImage || op instanceof LogbookOperation.TakeLock;
    }

    private Deployment result(
            Aim aim,
            Outcome outcome,
            Observed before,
            Observed now,
            Optional<FullstackException> problem) {
        Optional<String> live = Optional.of(now.live()).filter(release -> !release.isEmpty());
        Optional<String> previous =
                Optional.of(before.live())
                        .filter(release -> !release.isEmpty())
                        .filter(release -> !live.equals(Optional.of(release)));
        List<Deployment.Container> containers =
                now.unit(now.live()).stream()
                        .flatMap(u -> u.containers().stream())
                        .map(c -> new Deployment.Container(c.role(), c.name(), c.id()))
                        .toList();
        return deployment(aim.application(), outcome, live, previous, containers, done, problem);
    }

    private Deployment notBegun(Outcome outcome, FullstackException problem) {
        return deployment(
                application,
                outcome,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of(problem));
    }

    private Deployment deployment(
            Application reached,
            Outcome outcome,
            Optional<String> live,
            Optional<String> previous,
            List<Deployment.Container> containers,
            List<Operation> operations,
            Optional<FullstackException> problem) {
        return new Deployment(
                outcome,
                reached.name(),
                reached.environment(),
                operator.engine().info().name(),
                live,
                previous,
                reached.publicUrl(),
                containers,
                new Deployment.EdgeInfo(
                        Names.edge(reached.edge()),
                        reached.edge().httpPort(),
                        reached.edge().httpsPort()),
                operations,
                warned.warnings(),
                problem);
    }
}
