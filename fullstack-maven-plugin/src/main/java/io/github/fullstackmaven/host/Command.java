package io.github.fullstackmaven.host;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program to run: a list of arguments, never a shell's line.
 *
 * @param argv program and arguments; no secret may stand here, since every user of the machine can
 *     read it
 * @param directory where it runs; absent: where this process runs
 * @param environment variables laid over this process's own; may hold secrets
 * @param input what it reads from standard input; empty by default
 * @param limit how long it may take before it is ended
 */
public record Command(
        List<String> argv,
        Optional<Path> directory,
        Map<String, String> environment,
        String input,
        Duration limit) {
    /** How long a question to an engine may take. */
    public static final Duration QUERY = Duration.ofSeconds(60);

    public Command {
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
    }

    /** Returns a command with the time limit of a query. */
    public static Command of(List<String> argv) {
        return new Command(argv, Optional.empty(), Map.of(), "", QUERY);
    }

    /** Returns a command with the time limit of a query. */
    public static Command of(String... argv) {
        return of(List.of(argv));
    }

    /** Returns the same command with something to read. */
    public Command reading(String text) {
        return new Command(argv, directory, environment, text, limit);
    }

    /** Returns the same command with another time limit. */
    public Command within(Duration other) {
        return new Command(argv, directory, environment, input, other);
    }

    /** Returns the same command in a directory. */
    public Command in(Path other) {
        return new Command(argv, Optional.of(other), environment, input, limit);
    }

    /** Returns the same command with variables. */
    public Command with(Map<String, String> variables) {
        return new Command(argv, directory, variables, input, limit);
    }

    /** Returns the argv as one could type it, without variables and input. */
    @Override
    public String toString() {
        return String.join(
                " ",
                argv.stream()
                        .map(
                                a ->
                                        a.matches("[A-Za-z0-9_@%+=:,./-]+")
                                                ? a
                                                : "'" + a.replace("'", "'\\''") + "'")
                        .toList());
    }
}
