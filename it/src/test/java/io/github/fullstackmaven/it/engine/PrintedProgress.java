package io.github.fullstackmaven.it.engine;

import io.github.fullstackmaven.deploy.Operation;
import io.github.fullstackmaven.deploy.Progress;
import java.time.Duration;

/** Prints what is done, so that a failing test shows how far it came. */
class PrintedProgress implements Progress {
    @Override
    public void ended(Operation operation, Duration took) {
        System.out.println(operation.line() + " (" + took.toMillis() + " ms)");
    }

    @Override
    public void note(String line) {
        System.out.println(line);
    }
}
