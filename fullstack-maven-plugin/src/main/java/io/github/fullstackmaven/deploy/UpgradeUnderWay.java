package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.ContainerState;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.ExecResult;
import io.github.fullstackmaven.model.Edge;
import java.time.Duration;
import java.util.Optional;

/**
 * An upgrade of the edge that somebody else has begun. The old edge ends what it has before the
 * lock is given back, and what it has goes to units that a deployment would take away: so that a
 * deployment waits for as long as that can take, and says so.
 */
final class UpgradeUnderWay {
    private static final Duration QUERY = Duration.ofSeconds(60);

    /** What an upgrade does besides waiting for connections to end. */
    private static final Duration ALL_ELSE = Duration.ofMinutes(2);

    private static final Duration UNKNOWN = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Engine engine;
    private final Edge edge;
    private final Progress progress;

    UpgradeUnderWay(Engine engine, Edge edge, Progress progress) {
        this.engine = engine;
        this.edge = edge;
        this.progress = progress;
    }

    /**
     * Waits until the upgrade has ended.
     *
     * @return whether there was one, and it has ended
     */
    boolean awaitEnd() {
        Optional<String> holder = by(engine, edge);
        if (holder.isEmpty()) {
            return false;
        }
        Duration longest = longest();
        progress.note(
                Names.edge(edge)
                        + " is being upgraded by "
                        + holder.get()
                        + ": waiting for that; connections of before may go on for "
                        + longest.toSeconds()
                        + " s");
        long deadline = System.nanoTime() + longest.plus(ALL_ELSE).toNanos();
        while (by(engine, edge).isPresent()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Pause.of(PAUSE);
        }
        return true;
    }

    /**
     * Returns who upgrades the edge just now. Where the engine was ended it could not remove the
     * lock: one that does not run is nobody's.
     */
    static Optional<String> by(Engine engine, Edge edge) {
        return engine.container(Names.edgeLock(edge))
                .filter(ContainerState::isRunning)
                .flatMap(lock -> lock.label(Labels.HOLDER));
    }

    /** The lock's own container sees the edge's volume, whichever edge is just making way. */
    private Duration longest() {
        ExecResult result =
                engine.exec(Names.edgeLock(edge), EdgeControl.program("longest"), "", QUERY);
        return result.ok() && result.out().matches("[0-9]{1,6}")
                ? Duration.ofSeconds(Long.parseLong(result.out()))
                : UNKNOWN;
    }
}
