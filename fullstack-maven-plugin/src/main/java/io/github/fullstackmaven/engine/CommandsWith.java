package io.github.fullstackmaven.engine;

import io.github.fullstackmaven.host.Command;
import io.github.fullstackmaven.host.Commands;
import io.github.fullstackmaven.host.Conversation;
import io.github.fullstackmaven.host.Result;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs every command with some variables set besides its own.
 *
 * @param commands who runs them
 * @param variables what is set
 */
record CommandsWith(Commands commands, Map<String, String> variables) implements Commands {
    CommandsWith {
        variables = Map.copyOf(variables);
    }

    @Override
    public Result run(Command command) {
        return commands.run(prepared(command));
    }

    @Override
    public Result stream(Command command, Consumer<String> line) {
        return commands.stream(prepared(command), line);
    }

    @Override
    public Conversation open(Command command) {
        return commands.open(prepared(command));
    }

    @Override
    public void endAll() {
        commands.endAll();
    }

    @Override
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).or(() -> commands.variable(name));
    }

    private Command prepared(Command command) {
        Map<String, String> all = new HashMap<>(command.environment());
        all.putAll(variables);
        return command.with(all);
    }
}
