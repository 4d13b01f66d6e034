package io.github.fullstackmaven.detect.source;

import io.github.fullstackmaven.detect.source.Token.Kind;
import java.util.List;

/** Questions to a list of tokens. */
public final class Tokens {
    private Tokens() {}

    /** Returns true when words and signs stand here, one after the other. */
    public static boolean matches(List<Token> tokens, int at, String... texts) {
        if (at < 0 || at + texts.length > tokens.size()) {
            return false;
        }
        for (int i = 0; i < texts.length; i++) {
            Token token = tokens.get(at + i);
            boolean plain = token.kind() == Kind.WORD || token.kind() == Kind.SIGN;
            if (!plain || !token.text().equals(texts[i])) {
                return false;
            }
        }
        return true;
    }

    /** Returns true for an opening bracket. */
    public static boolean opens(Token token) {
        return token.isSign("(") || token.isSign("[") || token.isSign("{");
    }

    /** Returns true for a closing bracket. */
    public static boolean closes(Token token) {
        return token.isSign(")") || token.isSign("]") || token.isSign("}");
    }

    /** Returns the place of the bracket that closes the one here; the last token if none does. */
    public static int closing(List<Token> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            if (opens(tokens.get(i))) {
                depth++;
            } else if (closes(tokens.get(i))) {
                depth--;
                if (depth <= 0) {
                    return i;
                }
            }
        }
        return tokens.size() - 1;
    }

    /** Returns the place of the bracket that is open here; below 0 when none is. */
    public static int enclosing(List<Token> tokens, int at) {
        int depth = 0;
        for (int i = at - 1; i >= 0; i--) {
            if (closes(tokens.get(i))) {
                depth++;
            } else if (opens(tokens.get(i)) && depth-- == 0) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the place of the semicolon or closing bracket that ends the statement here. */
    public static int endOfStatement(List<Token> tokens, int from) {
        int at = from;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (token.isSign(";") || closes(token)) {
                return at;
            }
            at = opens(token) ? closing(tokens, at) + 1 : at + 1;
        }
        return tokens.size();
    }
}
