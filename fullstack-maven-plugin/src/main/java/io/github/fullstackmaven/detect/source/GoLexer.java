package io.github.fullstackmaven.detect.source;

import io.github.fullstackmaven.detect.source.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Splits Go into tokens, with the semicolons that the language puts at the ends of lines. */
public final class GoLexer {
    private static final List<String> PAIRS =
            List.of("...", ":=", "==", "!=", "<=", ">=", "&&", "||", "<-", "++", "--");
    private static final Set<String> DECLARATIONS = Set.of("func", "type", "var", "const");
    private static final Set<String> ENDS = Set.of(")", "]", "}", "++", "--");
    private static final Set<String> CONTINUED =
            Set.of("case", "else", "for", "func", "go", "if", "import", "package", "range", "var");

    private final Cursor cursor;
    private final boolean headOnly;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Token> directives = new ArrayList<>();

    private GoLexer(String text, boolean headOnly) {
        this.cursor = new Cursor(text);
        this.headOnly = headOnly;
    }

    /**
     * A source text.
     *
     * @param tokens its tokens
     * @param directives the comments that mean something to the compiler, {@code //go:embed dist},
     *     without the slashes
     */
    public record Lexed(List<Token> tokens, List<Token> directives) {
        public Lexed {
            tokens = List.copyOf(tokens);
            directives = List.copyOf(directives);
        }
    }

    /** Returns a whole source text. */
    public static Lexed whole(String text) {
        return new GoLexer(text, false).read();
    }

    /** Returns a source text up to its first declaration: package and imports. */
    public static Lexed head(String text) {
        return new GoLexer(text, true).read();
    }

    private Lexed read() {
        while (!cursor.atEnd() && !(headOnly && isDeclaration())) {
            step();
        }
        return new Lexed(tokens, directives);
    }

    private boolean isDeclaration() {
        return !tokens.isEmpty() && DECLARATIONS.contains(tokens.get(tokens.size() - 1).text());
    }

    private void step() {
        char c = cursor.peek(0);
        int line = cursor.line();
        if (c == '\n') {
            endOfLine();
            cursor.next();
        } else if (Character.isWhitespace(c)) {
            cursor.next();
        } else if (cursor.startsWith("//")) {
            comment();
        } else if (cursor.startsWith("/*")) {
            cursor.skip(2);
            cursor.skipPast("*/");
        } else if (c == '"') {
            cursor.skip(1);
            tokens.add(new Token(Kind.STRING, cursor.quotedOnLine('"'), line));
        } else if (c == '`') {
            raw();
        } else if (c == '\'') {
            cursor.skip(1);
            tokens.add(new Token(Kind.PATTERN, cursor.quotedOnLine('\''), line));
        } else if (Character.isDigit(c)) {
            tokens.add(new Token(Kind.NUMBER, cursor.word().replace("_", ""), line));
        } else if (Cursor.isWordStart(c)) {
            tokens.add(new Token(Kind.WORD, cursor.word(), line));
        } else {
            sign(line);
        }
    }

    private void comment() {
        int line = cursor.line();
        int start = cursor.position();
        cursor.skipLine();
        String text = cursor.since(start).substring(2);
        if (text.startsWith("go:") || text.startsWith(" +build ")) {
            directives.add(new Token(Kind.PATTERN, text.strip(), line));
        }
    }

    private void raw() {
        int line = cursor.line();
        cursor.skip(1);
        int start = cursor.position();
        cursor.skipPast("`");
        String content = cursor.since(start);
        int end = content.endsWith("`") ? content.length() - 1 : content.length();
        tokens.add(new Token(Kind.STRING, content.substring(0, end), line));
    }

    private void sign(int line) {
        for (String pair : PAIRS) {
            if (cursor.startsWith(pair)) {
                cursor.skip(pair.length());
                tokens.add(new Token(Kind.SIGN, pair, line));
                return;
            }
        }
        tokens.add(new Token(Kind.SIGN, String.valueOf(cursor.next()), line));
    }

    private void endOfLine() {
        if (tokens.isEmpty()) {
            return;
        }
        Token last = tokens.get(tokens.size() - 1);
        boolean ends =
                last.kind() == Kind.SIGN
                        ? ENDS.contains(last.text())
                        : last.kind() != Kind.WORD || !CONTINUED.contains(last.text());
        if (ends) {
            tokens.add(new Token(Kind.SIGN, ";", cursor.line()));
        }
    }
}
