package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.LogQuery;
import io.github.fullstackmaven.model.FullstackException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * What every part of a deployment works with.
 *
 * @param engine the engine
 * @param progress who hears what is done
 * @param clock the time
 * @param cancelled whether the user wants it to end
 */
record Operator(Engine engine, Progress progress, Clock clock, BooleanSupplier cancelled) {
    /** Returns the same with somebody else who hears what is done. */
    Operator heardBy(Progress other) {
        return new Operator(engine, other, clock, cancelled);
    }

    /** Ends the operations when the user wants it. */
    void checkpoint() {
        if (cancelled.getAsBoolean() || Thread.interrupted()) {
            throw new Setback(Outcome.INTERRUPTED, Problems.interrupted());
        }
    }

    /** Returns the last lines of a container's log, as far as it can be had. */
    List<String> tail(String container, int lines) {
        List<String> log = new ArrayList<>();
        try {
            engine.logs(container, LogQuery.last(lines), log::add);
        } catch (FullstackException e) {
            log.add("(no log: " + e.getMessage() + ")");
        }
        return log;
    }
}
