package io.github.fullstackmaven.deploy;

/**
 * Does {@linkplain LogbookOperation such operations}, one method a kind, so that none can be
 * forgotten.
 */
interface LogbookSteps {
    void takeLock(LogbookOperation.TakeLock op);

    void releaseLock(LogbookOperation.ReleaseLock op);

    void writeJournal(LogbookOperation.WriteJournal op);
}
