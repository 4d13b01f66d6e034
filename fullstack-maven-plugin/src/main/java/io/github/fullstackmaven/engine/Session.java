package io.github.fullstackmaven.engine;

import java.time.Duration;
import java.util.Optional;

/** A container that is talked to line by line, and ends when this is closed. */
public interface Session extends AutoCloseable {
    /**
     * Sends a line and waits for one in return.
     *
     * @return the answer; empty when the container ended or the time was up
     */
    Optional<String> ask(String line, Duration limit);

    /** Returns what the engine complained of. */
    String complaint();

    @Override
    void close();
}
