package io.github.fullstackmaven.goal;

import io.github.fullstackmaven.host.Commands;
import io.github.fullstackmaven.host.FileStore;
import io.github.fullstackmaven.host.LocalCommands;
import io.github.fullstackmaven.host.PrivateState;
import io.github.fullstackmaven.report.Console;

/**
 * What every goal works with.
 *
 * @param commands runs programs
 * @param files writes files
 * @param state what is remembered for the user
 * @param console tells a person
 */
public record Workshop(Commands commands, FileStore files, PrivateState state, Console console) {
    /** Returns this machine's programs and files. */
    public static Workshop onThisMachine(Console console) {
        return new Workshop(
                new LocalCommands(), new FileStore(), PrivateState.ofThisUser(), console);
    }
}
