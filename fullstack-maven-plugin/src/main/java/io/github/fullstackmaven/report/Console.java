package io.github.fullstackmaven.report;

/** Where lines for a person go. One call is one line. */
public interface Console {
    /** What a person wants to see. */
    void info(String line);

    /** What a person should look at. */
    void warn(String line);

    /** What helps to find a fault; shown with {@code -X}. */
    void debug(String line);
}
