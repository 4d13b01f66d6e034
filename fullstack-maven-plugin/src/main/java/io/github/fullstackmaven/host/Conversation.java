package io.github.fullstackmaven.host;

import java.time.Duration;
import java.util.Optional;

/**
 * A running program that answers line by line. Closing it closes its standard input and waits for
 * its end.
 */
public interface Conversation extends AutoCloseable {
    /**
     * Sends a line and waits for one in return.
     *
     * @return the answer; empty when the program ended or the time was up
     */
    Optional<String> ask(String line, Duration limit);

    /** Returns true while the program runs. */
    boolean isOpen();

    /** Returns what it wrote to standard error so far. */
    String err();

    @Override
    void close();
}
