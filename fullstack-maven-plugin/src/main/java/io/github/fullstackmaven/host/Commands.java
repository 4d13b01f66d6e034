package io.github.fullstackmaven.host;

import java.util.Optional;
import java.util.function.Consumer;

/** Runs programs. */
public interface Commands {
    /** Runs a command to its end. Never throws for what the command does: see {@link Result}. */
    Result run(Command command);

    /**
     * Runs a command to its end and hands on every line, of both outputs, when it comes.
     *
     * @return the result; its {@code out} holds the last 400 lines, its {@code err} is empty
     */
    Result stream(Command command, Consumer<String> line);

    /**
     * Ends every command that still runs: a signal to this process alone does not reach its
     * children.
     */
    default void endAll() {}

    /** Returns a variable that the commands find in their environment; absent when it is empty. */
    default Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isEmpty());
    }

    /** Starts a command that is talked to line by line, and goes on until it is closed. */
    Conversation open(Command command);
}
