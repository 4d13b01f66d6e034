package io.github.fullstackmaven.goal;

import io.github.fullstackmaven.deploy.Operation;
import io.github.fullstackmaven.deploy.Progress;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.report.Amount;
import io.github.fullstackmaven.report.Console;
import java.time.Duration;

/** Tells a person of each operation when it is done, and how long it took. */
record ConsoleProgress(Console console) implements Progress {
    private static final int WIDTH = 52;

    @Override
    public void begins(Operation operation) {
        console.debug("begin: " + operation.line());
    }

    @Override
    public void ended(Operation operation, Duration took) {
        String what = operation.what();
        console.info(
                "  " + what + " ".repeat(Math.max(2, WIDTH - what.length())) + Amount.of(took));
    }

    @Override
    public void warning(Finding finding) {
        console.finding(finding);
    }

    @Override
    public void note(String line) {
        console.info("  " + line);
    }
}
