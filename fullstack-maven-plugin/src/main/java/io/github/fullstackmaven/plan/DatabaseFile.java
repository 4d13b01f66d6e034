package io.github.fullstackmaven.plan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from a variable's value that it names a database in a file. */
final class DatabaseFile {
    private static final Pattern URL =
            Pattern.compile("(?:sqlite3?|file):(?://)?(/[^?#]+)(?:[?#].*)?");
    private static final Pattern FILE =
            Pattern.compile("(/\\S+\\.(?:db|db3|sqlite|sqlite3|redb|duckdb))(?:\\?.*)?");
    private static final Pattern RELATIVE =
            Pattern.compile("sqlite3?:(?://)?([^/:?#][^?#]*)(?:\\?.*)?");

    private DatabaseFile() {}

    /** Returns the directory of the file, which is where it is written. */
    static Optional<String> directory(String value) {
        Matcher url = URL.matcher(value);
        Matcher file = FILE.matcher(value);
        String path = url.matches() ? url.group(1) : file.matches() ? file.group(1) : "";
        int slash = path.lastIndexOf('/');
        return slash > 0 && slash < path.length() - 1
                ? Optional.of(path.substring(0, slash))
                : Optional.empty();
    }

    /** Returns true for a database whose file lies wherever the program is started. */
    static boolean isRelative(String value) {
        return RELATIVE.matcher(value).matches() && !value.contains(":memory:");
    }
}
