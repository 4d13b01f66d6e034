package io.github.fullstackmaven.host;

import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Starts programs that go on until they are told to end. */
public interface Programs {
    /** A program that was started, with all that it started itself. */
    interface Program {
        /** Asks the program and all that it started to end. */
        void terminate();

        /** Ends what is left of them. */
        void kill();

        /** Returns true once neither the program nor anything that it started runs. */
        boolean isGone();
    }

    /**
     * Starts a program. Of the command's time limit and input nothing is used: it may run as long
     * as it likes, and its standard input stays open and silent, since dev servers end with it.
     *
     * @param line gets every line of both outputs, from a thread of its own
     * @param ended gets the exit code, after the last line; {@link Result#NOT_FOUND} when there is
     *     no such program
     */
    Program start(Command command, Consumer<String> line, IntConsumer ended);
}
