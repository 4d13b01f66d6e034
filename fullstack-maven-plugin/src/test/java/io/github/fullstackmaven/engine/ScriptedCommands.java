package io.github.fullstackmaven.engine;

import io.github.fullstackmaven.host.Command;
import io.github.fullstackmaven.host.Commands;
import io.github.fullstackmaven.host.Conversation;
import io.github.fullstackmaven.host.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Answers commands by how their line begins; remembers what was asked. */
final class ScriptedCommands implements Commands {
    private final Map<String, Result> first = new LinkedHashMap<>();
    private final Map<String, Result> answers = new LinkedHashMap<>();
    final List<Command> asked = new ArrayList<>();

    ScriptedCommands on(String prefix, int exit, String out, String err) {
        answers.put(prefix, new Result(exit, out, err));
        return this;
    }

    /** What is answered the first time alone. */
    ScriptedCommands onceOn(String prefix, int exit, String out, String err) {
        first.put(prefix, new Result(exit, out, err));
        return this;
    }

    @Override
    public Result run(Command command) {
        asked.add(command);
        for (String prefix : first.keySet()) {
            if (command.toString().startsWith(prefix)) {
                return first.remove(prefix);
            }
        }
        return answers.entrySet().stream()
                .filter(e -> command.toString().startsWith(e.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(new Result(Result.NOT_FOUND, "", "no answer to " + command));
    }

    @Override
    public Result stream(Command command, Consumer<String> line) {
        Result result = run(command);
        result.out().lines().forEach(line);
        return result;
    }

    @Override
    public Conversation open(Command command) {
        throw new UnsupportedOperationException();
    }
}
