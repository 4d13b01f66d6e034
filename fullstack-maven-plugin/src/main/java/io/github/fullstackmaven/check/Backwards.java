package io.github.fullstackmaven.check;

/** Reads a script against the grain, from a place to what stands before it. */
final class Backwards {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_TYPE = 200;

    private final CharSequence text;
    private int at;

    /** Begins before an offset. */
    Backwards(CharSequence text, int before) {
        this.text = text;
        this.at = before - 1;
        blanks();
    }

    /** Returns the character here, and a space at the beginning of the text. */
    char here() {
        return at >= 0 ? text.charAt(at) : ' ';
    }

    /** Returns the character right before this one. */
    char before() {
        return at > 0 ? text.charAt(at - 1) : ' ';
    }

    /** Goes back by some characters and by the blanks before them. */
    Backwards back(int count) {
        at -= count;
        blanks();
        return this;
    }

    /** Goes back over a name, and returns it; empty where none ends here. */
    String name() {
        int end = at + 1;
        while (at >= 0 && isName(text.charAt(at)) && end - at <= LONGEST_NAME) {
            at--;
        }
        String name = text.subSequence(at + 1, end).toString();
        blanks();
        return name;
    }

    /** Goes back over type arguments that end here, as in {@code get<Town[]>}. */
    Backwards typeArguments() {
        if (here() != '>' || before() == '=') {
            return this;
        }
        int depth = 0;
        int start = at;
        for (int i = at; i >= 0 && at - i < LONGEST_TYPE; i--) {
            char c = text.charAt(i);
            depth += c == '>' ? 1 : c == '<' ? -1 : 0;
            if (depth == 0) {
                at = i;
                return back(1);
            }
        }
        at = start;
        return this;
    }

    /** Goes back over a quoted text that ends here, and returns its content. */
    String quoted() {
        char quote = here();
        if (quote != '"' && quote != '\'' && quote != '`') {
            return "";
        }
        int end = at--;
        while (at >= 0 && text.charAt(at) != quote && end - at <= LONGEST_NAME) {
            at--;
        }
        if (at < 0) {
            return "";
        }
        String content = text.subSequence(at + 1, end).toString();
        back(1);
        return content;
    }

    int offset() {
        return at;
    }

    private void blanks() {
        while (at >= 0 && Character.isWhitespace(text.charAt(at))) {
            at--;
        }
    }

    static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '#';
    }
}
