package io.github.fullstackmaven.goal;

import io.github.fullstackmaven.deploy.Operation;
import io.github.fullstackmaven.report.Console;
import java.util.List;

/** Says what a goal would do. */
final class Forecast {
    private Forecast() {}

    /**
     * Prints the operations, each with its cause.
     *
     * @param nothing what to say when there are none, after {@code Would}
     */
    static void print(Console console, List<Operation> operations, String nothing) {
        if (operations.isEmpty()) {
            console.info("Would " + nothing);
        }
        operations.forEach(operation -> console.info("Would " + operation.line()));
    }
}
