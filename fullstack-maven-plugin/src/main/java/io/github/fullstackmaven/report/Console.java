package io.github.fullstackmaven.report;

import io.github.fullstackmaven.model.Finding;

/** Where lines for a person go. One call is one line. */
public interface Console {
    /** What a person wants to see. */
    void info(String line);

    /** What a person should look at. */
    void warn(String line);

    /** What a check says, once in a build: the goals of one build would all say the same. */
    void finding(Finding finding);

    /** What helps to find a fault; shown with {@code -X}. */
    void debug(String line);
}
