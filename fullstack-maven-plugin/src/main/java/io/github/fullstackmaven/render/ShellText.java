package io.github.fullstackmaven.render;

import java.util.regex.Pattern;

/** Escapes for a POSIX shell. */
public final class ShellText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@+-]+");

    /** Returns one word, quoted if need be. */
    public Escaped word(String value) {
        return new Escaped(quote(value));
    }

    /** Returns the end of a line, where a template would lose it. */
    public Escaped newline() {
        return new Escaped("\n");
    }

    static String quote(String value) {
        if (value.indexOf('\0') >= 0) {
            throw Refusal.of("a shell command", "a word", value);
        }
        return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
    }
}
