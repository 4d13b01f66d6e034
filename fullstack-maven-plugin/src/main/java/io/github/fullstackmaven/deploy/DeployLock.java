package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.Session;
import io.github.fullstackmaven.model.Application;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The lock of an application and environment: a container that lives as long as this process talks
 * to it. When the process dies, however it dies, the container ends and is removed. Where the
 * engine itself was ended it could not remove it: one that does not run is nobody's.
 */
final class DeployLock {
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration STARTING = Duration.ofSeconds(5);

    private final Engine engine;
    private final Application application;
    private final String holder;
    private final Clock clock;
    private final Locks locks;
    private Session session;

    DeployLock(Engine engine, Application application, String holder, Clock clock) {
        this.engine = engine;
        this.application = application;
        this.holder = holder;
        this.clock = clock;
        this.locks = new Locks(engine);
    }

    /** Takes the lock, or says who holds it. */
    void take() {
        // Not the clock's time: that may jump while one waits.
        long deadline = System.nanoTime() + application.timing().lockWait().toNanos();
        while (true) {
            Session attempt =
                    engine.open(Specs.lock(application, holder, clock.instant().toString()));
            if (attempt.ask("ping", ANSWER).equals(Optional.of("ping"))) {
                session = attempt;
                return;
            }
            String said = attempt.complaint();
            attempt.close();
            if (!said.contains(Names.lock(application))) {
                throw new Setback(
                        Outcome.REFUSED,
                        Problems.edgeImage(Specs.edgeImage(application), lastLine(said)));
            }
            if (!isNobodys() && System.nanoTime() > deadline) {
                throw new Setback(Outcome.LOCKED, Problems.locked(holderNow()));
            }
            Pause.of(PAUSE);
        }
    }

    /** Somebody who takes it just now has one that does not run yet, for a moment. */
    private boolean isNobodys() {
        Optional<String> idle = locks.idle(application);
        if (idle.isEmpty()) {
            return false;
        }
        long seen = System.nanoTime();
        while (System.nanoTime() - seen < STARTING.toNanos()) {
            Pause.of(PAUSE);
            if (!locks.idle(application).equals(idle)) {
                return false;
            }
        }
        engine.remove(idle.get());
        return true;
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
        return locks.holder(application).orElse("its holder is just leaving");
    }

    private static String lastLine(String text) {
        return text.substring(text.lastIndexOf('\n') + 1);
    }
}
