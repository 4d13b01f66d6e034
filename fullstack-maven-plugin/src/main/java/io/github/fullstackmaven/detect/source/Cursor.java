package io.github.fullstackmaven.detect.source;

/** A place in a text that counts lines; what the lexers share. */
final class Cursor {
    private final String text;
    private int position;
    private int line = 1;

    Cursor(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return position >= text.length();
    }

    int line() {
        return line;
    }

    int position() {
        return position;
    }

    String since(int start) {
        return text.substring(start, position);
    }

    char peek(int ahead) {
        int at = position + ahead;
        return at < text.length() ? text.charAt(at) : '\0';
    }

    boolean startsWith(String expected) {
        return text.startsWith(expected, position);
    }

    char next() {
        char c = text.charAt(position++);
        if (c == '\n') {
            line++;
        }
        return c;
    }

    void skip(int count) {
        for (int i = 0; i < count && !atEnd(); i++) {
            next();
        }
    }

    void skipLine() {
        while (!atEnd() && peek(0) != '\n') {
            next();
        }
    }

    /** Skips to behind a text, or to the end. */
    void skipPast(String end) {
        while (!atEnd() && !startsWith(end)) {
            next();
        }
        skip(end.length());
    }

    /** Reads a word, and leaves the place behind it. */
    String word() {
        int start = position;
        while (!atEnd() && isWordPart(peek(0))) {
            next();
        }
        return since(start);
    }

    /** Reads a string's content up to its closing quote, escapes resolved where they are simple. */
    String quoted(char quote) {
        StringBuilder content = new StringBuilder();
        while (!atEnd() && peek(0) != quote) {
            char c = next();
            if (c == '\\' && !atEnd()) {
                content.append(unescaped(next()));
            } else {
                content.append(c);
            }
        }
        skip(1);
        return content.toString();
    }

    /** Reads a string's content like {@link #quoted}; the end of the line ends it too. */
    String quotedOnLine(char quote) {
        StringBuilder content = new StringBuilder();
        while (!atEnd() && peek(0) != quote && peek(0) != '\n') {
            char c = next();
            content.append(c == '\\' && !atEnd() ? unescaped(next()) : c);
        }
        skip(peek(0) == quote ? 1 : 0);
        return content.toString();
    }

    static boolean isWordStart(char c) {
        return Character.isLetter(c) || c == '_' || c == '$';
    }

    static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    private static char unescaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> c;
        };
    }
}
