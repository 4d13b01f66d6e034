package io.github.fullstackmaven.detect.source;

import io.github.fullstackmaven.detect.source.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Splits Rust into tokens; what is compiled for tests alone is left out. */
public final class RustLexer {
    private static final List<String> PAIRS = List.of("::", "=>", "->");

    private final Cursor cursor;
    private final List<Token> tokens = new ArrayList<>();

    private RustLexer(String text) {
        this.cursor = new Cursor(text);
    }

    /** Returns the tokens of a source text. */
    public static List<Token> tokens(String text) {
        RustLexer lexer = new RustLexer(text);
        while (!lexer.cursor.atEnd()) {
            lexer.step();
        }
        return withoutTests(lexer.tokens);
    }

    private void step() {
        char c = cursor.peek(0);
        if (Character.isWhitespace(c)) {
            cursor.next();
        } else if (cursor.startsWith("//")) {
            cursor.skipLine();
        } else if (cursor.startsWith("/*")) {
            blockComment();
        } else if (c == '"') {
            string(0);
        } else if (isRawString()) {
            rawString();
        } else if ((c == 'b' || c == 'c') && cursor.peek(1) == '"') {
            string(1);
        } else if (c == '\'') {
            characterOrLifetime();
        } else if (Character.isDigit(c)) {
            number();
        } else if (Cursor.isWordStart(c)) {
            int line = cursor.line();
            tokens.add(new Token(Kind.WORD, cursor.word(), line));
        } else {
            sign();
        }
    }

    private void blockComment() {
        int depth = 0;
        do {
            if (cursor.startsWith("/*")) {
                depth++;
                cursor.skip(2);
            } else if (cursor.startsWith("*/")) {
                depth--;
                cursor.skip(2);
            } else {
                cursor.next();
            }
        } while (depth > 0 && !cursor.atEnd());
    }

    private void string(int prefix) {
        int line = cursor.line();
        cursor.skip(prefix + 1);
        tokens.add(new Token(Kind.STRING, cursor.quoted('"'), line));
    }

    private boolean isRawString() {
        int at = cursor.peek(0) == 'b' || cursor.peek(0) == 'c' ? 1 : 0;
        if (cursor.peek(at) != 'r') {
            return false;
        }
        at++;
        while (cursor.peek(at) == '#') {
            at++;
        }
        return cursor.peek(at) == '"';
    }

    private void rawString() {
        int line = cursor.line();
        int hashes = 0;
        while (cursor.peek(0) != '"') {
            if (cursor.next() == '#') {
                hashes++;
            }
        }
        cursor.skip(1);
        String end = "\"" + "#".repeat(hashes);
        int start = cursor.position();
        cursor.skipPast(end);
        String content = cursor.since(start);
        int length = Math.max(0, content.length() - end.length());
        tokens.add(new Token(Kind.STRING, content.substring(0, length), line));
    }

    private void characterOrLifetime() {
        cursor.skip(1);
        if (cursor.peek(0) == '\\') {
            cursor.skip(2);
            cursor.skipPast("'");
        } else if (cursor.peek(1) == '\'') {
            cursor.skip(2);
        } else {
            cursor.word();
        }
    }

    private void number() {
        int line = cursor.line();
        String text = cursor.word().replace("_", "");
        int digits = 0;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        tokens.add(new Token(Kind.NUMBER, text.substring(0, digits), line));
    }

    private void sign() {
        int line = cursor.line();
        for (String pair : PAIRS) {
            if (cursor.startsWith(pair)) {
                cursor.skip(2);
                tokens.add(new Token(Kind.SIGN, pair, line));
                return;
            }
        }
        tokens.add(new Token(Kind.SIGN, String.valueOf(cursor.next()), line));
    }

    private static List<Token> withoutTests(List<Token> all) {
        List<Token> kept = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            if (isTestAttribute(all, i)) {
                i = endOfItem(all, Tokens.closing(all, i + 1));
            } else {
                kept.add(all.get(i));
            }
        }
        return List.copyOf(kept);
    }

    private static boolean isTestAttribute(List<Token> all, int at) {
        return Tokens.matches(all, at, "#", "[", "cfg", "(", "test", ")", "]")
                || Tokens.matches(all, at, "#", "[", "test", "]");
    }

    private static int endOfItem(List<Token> all, int from) {
        int at = from + 1;
        while (at < all.size() && !all.get(at).isSign(";") && !all.get(at).isSign("{")) {
            at = Tokens.opens(all.get(at)) ? Tokens.closing(all, at) + 1 : at + 1;
        }
        return at < all.size() && all.get(at).isSign("{") ? Tokens.closing(all, at) : at;
    }
}
