package io.github.fullstackmaven.detect.source;

import io.github.fullstackmaven.detect.source.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Splits Python into logical lines of tokens; knows enough of blocks to say what is top level. */
public final class PythonLexer {
    private static final Set<String> PREFIXES =
            Set.of("r", "b", "f", "u", "rb", "br", "rf", "fr", "t", "rt", "tr");
    private static final int TAB = 8;

    private record Block(int indent, boolean definition) {}

    private final Cursor cursor;
    private final List<PythonLine> lines = new ArrayList<>();
    private final List<Token> tokens = new ArrayList<>();
    private final Deque<Block> blocks = new ArrayDeque<>();
    private int depth;
    private int indent;

    private PythonLexer(String text) {
        this.cursor = new Cursor(text);
    }

    /** Returns the logical lines of a source text, without the empty ones. */
    public static List<PythonLine> lines(String text) {
        PythonLexer lexer = new PythonLexer(text);
        lexer.indentation();
        while (!lexer.cursor.atEnd()) {
            lexer.step();
        }
        lexer.endLine();
        return List.copyOf(lexer.lines);
    }

    private void step() {
        char c = cursor.peek(0);
        if (c == '\n') {
            cursor.next();
            if (depth == 0) {
                endLine();
                indentation();
            }
        } else if (c == '\\' && (cursor.peek(1) == '\n' || cursor.startsWith("\\\r\n"))) {
            cursor.skipPast("\n");
        } else if (Character.isWhitespace(c)) {
            cursor.next();
        } else if (c == '#') {
            cursor.skipLine();
        } else if (c == '"' || c == '\'') {
            string(cursor.line(), "");
        } else if (Character.isDigit(c)) {
            tokens.add(new Token(Kind.NUMBER, cursor.word().replace("_", ""), cursor.line()));
        } else if (Cursor.isWordStart(c)) {
            word();
        } else {
            sign(c);
        }
    }

    private void word() {
        int line = cursor.line();
        String word = cursor.word();
        char next = cursor.peek(0);
        boolean prefix = PREFIXES.contains(word.toLowerCase(Locale.ROOT));
        if (prefix && (next == '"' || next == '\'')) {
            string(line, word.toLowerCase(Locale.ROOT));
        } else {
            tokens.add(new Token(Kind.WORD, word, line));
        }
    }

    private void string(int line, String prefix) {
        char quote = cursor.peek(0);
        String triple = String.valueOf(quote).repeat(3);
        String text;
        if (cursor.startsWith(triple)) {
            cursor.skip(triple.length());
            int start = cursor.position();
            while (!cursor.atEnd() && !cursor.startsWith(triple)) {
                cursor.skip(cursor.peek(0) == '\\' ? 2 : 1);
            }
            text = cursor.since(start);
            cursor.skip(triple.length());
        } else {
            cursor.next();
            text = cursor.quotedOnLine(quote);
        }
        boolean filled = prefix.contains("f") && text.contains("{");
        tokens.add(new Token(filled ? Kind.PATTERN : Kind.STRING, text, line));
    }

    private void sign(char c) {
        int line = cursor.line();
        cursor.next();
        if (c == '(' || c == '[' || c == '{') {
            depth++;
        } else if (c == ')' || c == ']' || c == '}') {
            depth = Math.max(0, depth - 1);
        }
        tokens.add(new Token(Kind.SIGN, String.valueOf(c), line));
    }

    private void indentation() {
        indent = 0;
        while (cursor.peek(0) == ' ' || cursor.peek(0) == '\t') {
            indent += cursor.next() == '\t' ? TAB - indent % TAB : 1;
        }
    }

    private void endLine() {
        if (tokens.isEmpty()) {
            return;
        }
        while (!blocks.isEmpty() && blocks.peek().indent() >= indent) {
            blocks.pop();
        }
        boolean nested = blocks.stream().anyMatch(Block::definition);
        PythonLine line = new PythonLine(tokens.get(0).line(), indent, nested, tokens);
        lines.add(line);
        boolean definition =
                line.begins("def") || line.begins("class") || line.begins("async", "def");
        blocks.push(new Block(indent, definition));
        tokens.clear();
    }
}
