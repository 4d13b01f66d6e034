package io.github.fullstackmaven.detect.source;

/**
 * One token of a source text.
 *
 * @param kind what it is
 * @param text its text; of a string, its content
 * @param line its line, from 1
 */
public record Token(Kind kind, String text, int line) {
    /** What a token is. */
    public enum Kind {
        WORD,
        NUMBER,
        STRING,
        /** A JavaScript template with substitutions, or a regular expression; the text is raw. */
        PATTERN,
        SIGN
    }

    /** Returns true for this punctuation. */
    public boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    /** Returns true for this identifier or keyword. */
    public boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    /** Returns true for a string. */
    public boolean isString() {
        return kind == Kind.STRING;
    }
}
