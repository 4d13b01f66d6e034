package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.ExecResult;

/**
 * Does {@linkplain LogbookOperation such operations} by a few engine calls each. Decides nothing.
 */
final class LogbookExecutor implements LogbookSteps {
    private final Engine engine;
    private final Aim aim;
    private final EdgeControl edge;
    private final DeployLock lock;
    private final Journal journal;

    LogbookExecutor(Operator operator, Aim aim, EdgeControl edge, DeployLock lock) {
        this.engine = operator.engine();
        this.aim = aim;
        this.edge = edge;
        this.lock = lock;
        this.journal = new Journal(operator.clock(), aim.holder());
    }

    @Override
    public void takeLock(LogbookOperation.TakeLock op) {
        lock.take();
    }

    @Override
    public void releaseLock(LogbookOperation.ReleaseLock op) {
        lock.release();
    }

    @Override
    public void writeJournal(LogbookOperation.WriteJournal op) {
        if (op.event().equals(LogbookOperation.WriteJournal.BEGIN)) {
            Blueprint blueprint = aim.blueprint(op.release());
            Provenance from = Provenance.of(blueprint, engine.image(blueprint.imageId()));
            written(journal.begin(op, from));
        } else {
            written(journal.end(op));
        }
    }

    /** Without its first line nobody could tell, after a crash, that a deployment was begun. */
    private void written(String line) {
        ExecResult result = edge.journal(line);
        if (!result.ok()) {
            throw EdgeProblems.noJournal(result.complaint());
        }
    }
}
