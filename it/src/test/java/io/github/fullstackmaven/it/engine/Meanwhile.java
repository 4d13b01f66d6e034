package io.github.fullstackmaven.it.engine;

import io.github.fullstackmaven.deploy.Operation;
import java.util.function.Consumer;

/** Does something when an operation of a kind begins. */
final class Meanwhile<T extends Operation> extends PrintedProgress {
    private final Class<T> kind;
    private final Consumer<T> action;

    Meanwhile(Class<T> kind, Consumer<T> action) {
        this.kind = kind;
        this.action = action;
    }

    @Override
    public void begins(Operation operation) {
        if (kind.isInstance(operation)) {
            action.accept(kind.cast(operation));
        }
    }
}
