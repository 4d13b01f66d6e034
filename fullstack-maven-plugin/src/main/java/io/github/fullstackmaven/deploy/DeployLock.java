package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.ContainerSpec;
import io.github.fullstackmaven.engine.ContainerState;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.Session;
import io.github.fullstackmaven.model.Application;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * A lock, of an application and environment or of an edge: a container that lives as long as this
 * process talks to it. When the process dies, however it dies, the container ends and is removed.
 * Where the engine itself was ended it could not remove it: one that does not run is nobody's.
 */
final class DeployLock {
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration STARTING = Duration.ofSeconds(5);

    private final Engine engine;
    private final Application application;
    private final Clock clock;
    private final String name;
    private final Function<String, ContainerSpec> since;
    private Session session;

    /** The lock of an application and environment. */
    DeployLock(Engine engine, Application application, String holder, Clock clock) {
        this(
                engine,
                application,
                clock,
                Names.lock(application),
                time -> Specs.lock(application, holder, time));
    }

    private DeployLock(
            Engine engine,
            Application application,
            Clock clock,
            String name,
            Function<String, ContainerSpec> since) {
        this.engine = engine;
        this.application = application;
        this.clock = clock;
        this.name = name;
        this.since = since;
    }

    /** The lock of the edge itself: while it is held no deployment changes the edge's files. */
    static DeployLock ofEdge(Engine engine, Application application, String holder, Clock clock) {
        return new DeployLock(
                engine,
                application,
                clock,
                Names.edgeLock(application.edge()),
                time -> Specs.edgeLock(application, holder, time));
    }

    /** Takes the lock, or says who holds it. */
    void take() {
        // Not the clock's time: that may jump while one waits.
        long deadline = System.nanoTime() + application.timing().lockWait().toNanos();
        while (true) {
            Session attempt = engine.open(since.apply(clock.instant().toString()));
            if (attempt.ask("ping", ANSWER).equals(Optional.of("ping"))) {
                session = attempt;
                return;
            }
            String said = attempt.complaint();
            attempt.close();
            if (!said.contains(name)) {
                throw new Setback(
                        Outcome.REFUSED,
                        EdgeProblems.notPrepared(Specs.edgeImage(application), lastLine(said)));
            }
            if (!isNobodys() && System.nanoTime() > deadline) {
                throw new Setback(Outcome.LOCKED, Problems.locked(holderNow()));
            }
            Pause.of(PAUSE);
        }
    }

    /** Somebody who takes it just now has one that does not run yet, for a moment. */
    private boolean isNobodys() {
        Optional<String> idle = idle();
        if (idle.isEmpty()) {
            return false;
        }
        long seen = System.nanoTime();
        while (System.nanoTime() - seen < STARTING.toNanos()) {
            Pause.of(PAUSE);
            if (!idle().equals(idle)) {
                return false;
            }
        }
        engine.remove(idle.get());
        return true;
    }

    /** Returns the lock's container while that does not run. */
    private Optional<String> idle() {
        return container().filter(c -> !c.isRunning()).map(ContainerState::id);
    }

    private Optional<ContainerState> container() {
        Optional<ContainerState> found = engine.container(name);
        if (found.filter(c -> c.label(Labels.HOLDER).isEmpty()).isPresent()) {
            throw HostProblems.foreign(name, engine.info());
        }
        return found;
    }

    /** Makes sure that the lock is still held. */
    void check() {
        if (session != null && !session.ask("ping", ANSWER).equals(Optional.of("ping"))) {
            throw new Setback(Outcome.SWITCH_FAILED, Problems.lockLost());
        }
    }

    /** Gives the lock back; without a lock there is nothing to do. */
    void release() {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    private String holderNow() {
        return container()
                .flatMap(c -> c.label(Labels.HOLDER))
                .orElse("its holder is just leaving");
    }

    private static String lastLine(String text) {
        return text.substring(text.lastIndexOf('\n') + 1);
    }
}
