package io.github.fullstackmaven.stages;

import java.util.List;

/**
 * One command for a POSIX shell. The text is ours; what comes from the user's project stands in it
 * as {@code %s} and is quoted as one word by whoever writes the command down.
 *
 * @param text the command, with {@code %s} for each argument
 * @param arguments words to be quoted
 */
public record ShellCommand(String text, List<String> arguments) {
    public ShellCommand {
        arguments = List.copyOf(arguments);
        int places = text.split("%s", -1).length - 1;
        if (places != arguments.size()) {
            throw new IllegalArgumentException(
                    places + " places for " + arguments.size() + " arguments: " + text);
        }
    }

    /** Returns a command. */
    public static ShellCommand shell(String text, String... arguments) {
        return new ShellCommand(text, List.of(arguments));
    }
}
