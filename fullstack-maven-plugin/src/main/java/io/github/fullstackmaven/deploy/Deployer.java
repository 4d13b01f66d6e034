package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.FullstackException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Deploys applications: observes, decides, does. One deployer does one deployment. A shutdown hook
 * may call {@link #cancel} from another thread.
 */
public final class Deployer {
    private static final Duration CANCEL_LIMIT = Duration.ofMinutes(3);

    private final Operator operator;
    private final Observer observer;
    private final Preflight preflight;
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean cancelled;
    private volatile boolean begun;

    public Deployer(Engine engine, Progress progress, Clock clock) {
        this.operator = new Operator(engine, progress, clock, () -> cancelled);
        this.observer = new Observer(engine);
        this.preflight = new Preflight(engine);
    }

    /**
     * Returns the operations that {@link #deploy} would do now; empty when nothing has to be done.
     *
     * @throws FullstackException when the deployment would be refused
     */
    public List<Operation> plan(Target target) {
        return plan(target.application(), observed -> new Aim.New(here(target)));
    }

    /** Brings what is wanted on the air. Never throws for what goes wrong on the way. */
    public Deployment deploy(Target target) {
        return run(target.application(), target.holder(), observed -> new Aim.New(here(target)));
    }

    /**
     * Returns the operations that {@link #rollback} would do now; empty when that release is live.
     *
     * @throws FullstackException when the rollback would be refused
     */
    public List<Operation> planRollback(
            Application application, Optional<String> release, String holder) {
        return plan(application, observed -> archive(application).find(release, holder, observed));
    }

    /**
     * Brings a release that was live before on the air again, on the same way as a new one. Never
     * throws for what goes wrong on the way.
     *
     * @param application the application; only its name, environment and edge count
     * @param release the release; absent: the one that was live when the live one was made
     * @param holder who goes back
     */
    public Deployment rollback(Application application, Optional<String> release, String holder) {
        return run(
                application,
                holder,
                observed -> archive(application).find(release, holder, observed));
    }

    private Target here(Target target) {
        return target.on(operator.engine().info());
    }

    private Application here(Application application) {
        return application.on(operator.engine().info().host());
    }

    private Archive archive(Application application) {
        return new Archive(operator.engine(), here(application));
    }

    private List<Operation> plan(Application named, Function<Observed, Aim> aims) {
        Application application = here(named);
        Observed observed = observer.observe(application);
        Aim aim = aims.apply(observed);
        List<Operation> operations = Planner.plan(aim, observed);
        preflight.check(aim, observed, operations);
        preflight.warnings(aim, operations).forEach(operator.progress()::warning);
        aim.warnings().forEach(operator.progress()::warning);
        new AccessoryPlanner(aim, observed)
                .warnings(operator.engine().info().name())
                .forEach(operator.progress()::warning);
        return operations;
    }

    private Deployment run(Application named, String holder, Function<Observed, Aim> aims) {
        Application application = here(named);
        begun = true;
        Attempt attempt = new Attempt(operator, application, holder, aims);
        try {
            return attempt.run();
        } finally {
            attempt.close();
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
}
