package io.github.fullstackmaven.it.lab;

import io.github.fullstackmaven.host.Command;
import io.github.fullstackmaven.host.Commands;
import io.github.fullstackmaven.host.Conversation;
import io.github.fullstackmaven.host.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs one program where another is named, as a {@code PATH} would.
 *
 * @param commands who runs them
 * @param name the program that is named
 * @param program the one that is run
 */
record CellCommands(Commands commands, String name, String program) implements Commands {
    @Override
    public Result run(Command command) {
        return commands.run(found(command));
    }

    @Override
    public Result stream(Command command, Consumer<String> line) {
        return commands.stream(found(command), line);
    }

    @Override
    public Conversation open(Command command) {
        return commands.open(found(command));
    }

    @Override
    public void endAll() {
        commands.endAll();
    }

    private Command found(Command command) {
        if (!command.argv().get(0).equals(name)) {
            return command;
        }
        List<String> argv = new ArrayList<>(command.argv());
        argv.set(0, program);
        return new Command(
                argv, command.directory(), command.environment(), command.input(), command.limit());
    }
}
