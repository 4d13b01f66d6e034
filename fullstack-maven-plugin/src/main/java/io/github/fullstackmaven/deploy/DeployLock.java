package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.Session;
import io.github.fullstackmaven.model.Application;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The lock of an application and environment: a container that lives as long as this process talks
 * to it. When the process dies, however it dies, the container ends and is removed.
 */
final class DeployLock {
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Engine engine;
    private final Application application;
    private final String holder;
    private final Clock clock;
    private Session session;

    DeployLock(Engine engine, Application application, String holder, Clock clock) {
        this.engine = engine;
        this.application = application;
        this.holder = holder;
        this.clock = clock;
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
            if (System.nanoTime() > deadline) {
                throw new Setback(Outcome.LOCKED, Problems.locked(holderNow()));
            }
            Pause.of(PAUSE);
        }
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
        return new Locks(engine).holder(application).orElse("its holder is just leaving");
    }

    private static String lastLine(String text) {
        return text.substring(text.lastIndexOf('\n') + 1);
    }
}
