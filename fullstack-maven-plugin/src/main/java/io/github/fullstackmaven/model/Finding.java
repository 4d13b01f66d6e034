package io.github.fullstackmaven.model;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a check or the planner has to say about the user's project.
 *
 * @param id stable identifier, {@code FS-AREA-NNN}; has an entry in the documentation
 * @param severity how bad it is
 * @param file the file or XML element at fault, relative to the repository; absent when there is
 *     none
 * @param line the line in that file, from 1
 * @param message what is wrong, one line
 * @param remedy what to do about it, one line
 */
public record Finding(
        String id,
        Severity severity,
        Optional<String> file,
        OptionalInt line,
        String message,
        String remedy) {

    /** Errors first, then by file, line and id, so that the same repository gives the same list. */
    public static final Comparator<Finding> ORDER =
            Comparator.comparing(Finding::severity, Comparator.reverseOrder())
                    .thenComparing(f -> f.file().orElse(""))
                    .thenComparing(f -> f.line().orElse(0))
                    .thenComparing(Finding::id)
                    .thenComparing(Finding::message);

    public Finding {
        Objects.requireNonNull(id);
        Objects.requireNonNull(severity);
        Objects.requireNonNull(file);
        Objects.requireNonNull(line);
        Objects.requireNonNull(message);
        Objects.requireNonNull(remedy);
    }

    /** Returns an error without a place. */
    public static Finding error(String id, String message, String remedy) {
        return new Finding(
                id, Severity.ERROR, Optional.empty(), OptionalInt.empty(), message, remedy);
    }

    /** Returns a warning without a place. */
    public static Finding warning(String id, String message, String remedy) {
        return new Finding(
                id, Severity.WARNING, Optional.empty(), OptionalInt.empty(), message, remedy);
    }

    /** Returns a remark without a place. */
    public static Finding info(String id, String message, String remedy) {
        return new Finding(
                id, Severity.INFO, Optional.empty(), OptionalInt.empty(), message, remedy);
    }

    /** Returns the same finding at a file or XML element. */
    public Finding at(String where) {
        return new Finding(id, severity, Optional.of(where), line, message, remedy);
    }

    /** Returns the same finding at a line of a file. */
    public Finding at(String where, int atLine) {
        return new Finding(
                id, severity, Optional.of(where), OptionalInt.of(atLine), message, remedy);
    }

    /** Returns the same finding with another severity. */
    public Finding as(Severity other) {
        return new Finding(id, other, file, line, message, remedy);
    }

    /** Returns the same finding with another message. */
    public Finding saying(String other) {
        return new Finding(id, severity, file, line, other, remedy);
    }

    /** Returns true when the build cannot go on. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** Returns the finding as one line: id, place, message, remedy. */
    @Override
    public String toString() {
        String place =
                file.map(
                                f ->
                                        OneLine.of(f)
                                                + (line.isPresent() ? ":" + line.getAsInt() : "")
                                                + ": ")
                        .orElse("");
        return id + " " + place + message + "; " + remedy;
    }
}
