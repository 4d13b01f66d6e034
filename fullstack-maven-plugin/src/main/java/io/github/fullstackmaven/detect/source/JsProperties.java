package io.github.fullstackmaven.detect.source;

import io.github.fullstackmaven.detect.source.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The properties of all object literals in a JavaScript source, wherever they stand: in {@code
 * export default}, in a call, in what a function returns. Nothing is evaluated.
 */
public final class JsProperties {
    private final List<Token> tokens;
    private final List<Property> properties = new ArrayList<>();

    /**
     * One property.
     *
     * @param path the keys from the outermost literal to this one
     * @param value the tokens of its value
     * @param line the line of its key
     */
    public record Property(List<String> path, List<Token> value, int line) {
        public Property {
            path = List.copyOf(path);
            value = List.copyOf(value);
        }

        /** Returns true when the path ends with these keys. */
        public boolean endsWith(String... keys) {
            return path.size() >= keys.length
                    && path.subList(path.size() - keys.length, path.size()).equals(List.of(keys));
        }
    }

    private JsProperties(List<Token> tokens) {
        this.tokens = tokens;
        read(0, tokens.size(), List.of());
    }

    /** Reads a source text. */
    public static JsProperties of(String text) {
        return new JsProperties(JsLexer.tokens(text));
    }

    /** Returns all properties, in the order of the text. */
    public List<Property> all() {
        return List.copyOf(properties);
    }

    /** Returns the first property whose path ends with these keys. */
    public Optional<Property> find(String... keys) {
        return properties.stream().filter(property -> property.endsWith(keys)).findFirst();
    }

    /**
     * Returns the text that a value stands for: a string, the last string of an expression with a
     * default, the value of a variable of the same file.
     */
    public Optional<String> text(List<Token> value) {
        Optional<String> string = Optional.empty();
        for (Token token : value) {
            if (token.isString()) {
                string = Optional.of(token.text());
            }
        }
        boolean name = value.size() == 1 && value.get(0).kind() == Kind.WORD;
        return string.isPresent() || !name ? string : variable(value.get(0).text());
    }

    /** Returns the tokens of a value, or of the variable of the same file that it names. */
    public List<Token> resolved(List<Token> value) {
        boolean name = value.size() == 1 && value.get(0).kind() == Kind.WORD;
        return name ? declaration(value.get(0).text()).orElse(value) : value;
    }

    private Optional<String> variable(String name) {
        return declaration(name)
                .filter(value -> value.size() != 1 || value.get(0).kind() != Kind.WORD)
                .flatMap(this::text);
    }

    private Optional<List<Token>> declaration(String name) {
        for (int i = 0; i + 2 < tokens.size(); i++) {
            boolean declared =
                    tokens.get(i).isWord("const")
                            || tokens.get(i).isWord("let")
                            || tokens.get(i).isWord("var");
            if (declared && tokens.get(i + 1).isWord(name) && tokens.get(i + 2).isSign("=")) {
                int end = Tokens.endOfStatement(tokens, i + 3);
                int line = tokens.get(i).line();
                return Optional.of(
                        tokens.subList(i + 3, end).stream()
                                .takeWhile(token -> token.line() <= line + 1)
                                .toList());
            }
        }
        return Optional.empty();
    }

    private void read(int from, int to, List<String> path) {
        int at = from;
        while (at < to) {
            Token token = tokens.get(at);
            boolean key =
                    (token.kind() == Kind.WORD || token.isString())
                            && at + 1 < to
                            && tokens.get(at + 1).isSign(":")
                            && startsProperty(at, from);
            if (key) {
                int end = endOfValue(at + 2, to);
                List<String> below = new ArrayList<>(path);
                below.add(token.text());
                properties.add(new Property(below, tokens.subList(at + 2, end), token.line()));
                read(at + 2, end, below);
                at = end;
            } else if (Tokens.opens(token)) {
                int close = Math.min(Tokens.closing(tokens, at), to);
                read(at + 1, close, path);
                at = close + 1;
            } else {
                at++;
            }
        }
    }

    private boolean startsProperty(int at, int from) {
        if (at == 0 || at == from) {
            return at > 0 && tokens.get(at - 1).isSign("{");
        }
        return tokens.get(at - 1).isSign(",") || tokens.get(at - 1).isSign("{");
    }

    private int endOfValue(int from, int to) {
        int at = from;
        while (at < to && !tokens.get(at).isSign(",") && !Tokens.closes(tokens.get(at))) {
            at = Tokens.opens(tokens.get(at)) ? Tokens.closing(tokens, at) + 1 : at + 1;
        }
        return Math.min(at, to);
    }
}
