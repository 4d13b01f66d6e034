package io.github.fullstackmaven.detect.node;

import java.util.regex.Pattern;

/** Text as one word of a POSIX shell. */
final class ShellWord {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./@:+-]+");

    private ShellWord() {}

    static String of(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
