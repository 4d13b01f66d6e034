package io.github.fullstackmaven.detect.source;

import io.github.fullstackmaven.detect.source.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Splits JavaScript or TypeScript into tokens. */
public final class JsLexer {
    private static final Set<String> BEFORE_EXPRESSION =
            Set.of("return", "typeof", "case", "in", "of", "do", "else", "await", "yield");

    private final Cursor cursor;
    private final List<Token> tokens = new ArrayList<>();

    private JsLexer(String text) {
        this.cursor = new Cursor(text);
    }

    /** Returns the tokens of a source text. */
    public static List<Token> tokens(String text) {
        JsLexer lexer = new JsLexer(text);
        while (!lexer.cursor.atEnd()) {
            lexer.step();
        }
        return List.copyOf(lexer.tokens);
    }

    private void step() {
        char c = cursor.peek(0);
        if (Character.isWhitespace(c)) {
            cursor.next();
        } else if (cursor.startsWith("//")) {
            cursor.skipLine();
        } else if (cursor.startsWith("/*")) {
            cursor.skipPast("*/");
        } else if (c == '"' || c == '\'') {
            int line = cursor.line();
            cursor.next();
            tokens.add(new Token(Kind.STRING, cursor.quotedOnLine(c), line));
        } else if (c == '`') {
            template();
        } else if (c == '/' && startsExpression()) {
            regularExpression();
        } else if (Character.isDigit(c)) {
            int line = cursor.line();
            tokens.add(new Token(Kind.NUMBER, cursor.word().replace("_", ""), line));
        } else if (Cursor.isWordStart(c)) {
            int line = cursor.line();
            tokens.add(new Token(Kind.WORD, cursor.word(), line));
        } else {
            sign();
        }
    }

    private void template() {
        int line = cursor.line();
        cursor.next();
        int start = cursor.position();
        int depth = 0;
        boolean substituted = false;
        while (!cursor.atEnd() && (depth > 0 || cursor.peek(0) != '`')) {
            if (cursor.peek(0) == '\\') {
                cursor.skip(2);
            } else if (cursor.startsWith("${")) {
                substituted = true;
                depth++;
                cursor.skip(2);
            } else {
                char c = cursor.next();
                if (depth > 0 && c == '{') {
                    depth++;
                } else if (depth > 0 && c == '}') {
                    depth--;
                }
            }
        }
        String content = cursor.since(start);
        cursor.skip(1);
        tokens.add(new Token(substituted ? Kind.PATTERN : Kind.STRING, content, line));
    }

    private boolean startsExpression() {
        if (tokens.isEmpty()) {
            return true;
        }
        Token last = tokens.get(tokens.size() - 1);
        return switch (last.kind()) {
            case WORD -> BEFORE_EXPRESSION.contains(last.text());
            case SIGN -> !last.isSign(")") && !last.isSign("]") && !last.isSign("}");
            default -> false;
        };
    }

    private void regularExpression() {
        int line = cursor.line();
        int start = cursor.position();
        cursor.next();
        boolean inClass = false;
        while (!cursor.atEnd() && cursor.peek(0) != '\n' && (inClass || cursor.peek(0) != '/')) {
            char c = cursor.next();
            if (c == '\\') {
                cursor.skip(1);
            } else if (c == '[') {
                inClass = true;
            } else if (c == ']') {
                inClass = false;
            }
        }
        cursor.skip(1);
        cursor.word();
        tokens.add(new Token(Kind.PATTERN, cursor.since(start), line));
    }

    private void sign() {
        int line = cursor.line();
        String text = cursor.startsWith("=>") ? "=>" : String.valueOf(cursor.peek(0));
        cursor.skip(text.length());
        tokens.add(new Token(Kind.SIGN, text, line));
    }
}
