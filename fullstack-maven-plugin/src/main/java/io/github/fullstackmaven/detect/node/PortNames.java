package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.detect.source.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows the names in an expression that gives a port to what they stand for. */
final class PortNames {
    private static final Set<String> DECLARES = Set.of("const", "let", "var");
    private static final int HOPS = 4;
    private static final int MOST_NAMES = 60;

    private final List<JsSources.Source> sources;
    private final Map<String, Expression> searched = new HashMap<>();

    PortNames(List<JsSources.Source> sources) {
        this.sources = List.copyOf(sources);
    }

    /** Returns the tokens of a value that begins here. */
    static List<Token> value(List<Token> tokens, int from) {
        int at = from;
        while (at < tokens.size()
                && !tokens.get(at).isSign(",")
                && !tokens.get(at).isSign(";")
                && !Tokens.closes(tokens.get(at))
                && !(at > from && tokens.get(at).line() > tokens.get(at - 1).line() + 1)) {
            at = Tokens.opens(tokens.get(at)) ? Tokens.closing(tokens, at) + 1 : at + 1;
        }
        return tokens.subList(from, Math.min(at, tokens.size()));
    }

    /** Returns what an expression gives; a name stands for what it was declared as. */
    Expression resolved(List<Token> tokens, JsSources.Source here) {
        return resolved(tokens, here, HOPS);
    }

    /** A name stands for what it was declared as, here, or as a property anywhere. */
    private Expression resolved(List<Token> tokens, JsSources.Source here, int hops) {
        Expression direct = Expression.of(tokens);
        if (direct.variable().isPresent() && direct.number().isEmpty() && hops > 0) {
            return fallback(tokens, direct, here, hops);
        }
        if (direct.isKnown() || hops == 0) {
            return direct;
        }
        for (int i = tokens.size() - 1; i >= 0; i--) {
            Token token = tokens.get(i);
            boolean called = i + 1 < tokens.size() && tokens.get(i + 1).isSign("(");
            if (token.kind() != Token.Kind.WORD || called) {
                continue;
            }
            Expression declared = declared(token.text(), here, hops);
            if (declared.isKnown()) {
                return declared;
            }
            Expression elsewhere = anywhere(token.text(), hops);
            if (elsewhere.isKnown()) {
                return elsewhere;
            }
        }
        return direct;
    }

    /** {@code config.get("PORT") || DEFAULT_PORT}: the name stands for the number. */
    private Expression fallback(
            List<Token> tokens, Expression direct, JsSources.Source here, int hops) {
        Token last = tokens.get(tokens.size() - 1);
        boolean beside =
                tokens.size() > 2
                        && last.kind() == Token.Kind.WORD
                        && (tokens.get(tokens.size() - 2).isSign("|")
                                || tokens.get(tokens.size() - 2).isSign("?"));
        if (!beside) {
            return direct;
        }
        Expression declared = declared(last.text(), here, hops);
        Expression found = declared.isKnown() ? declared : anywhere(last.text(), hops);
        return new Expression(found.number(), direct.variable());
    }

    /**
     * Every name is looked for once, and no more than so many: each costs a look at all sources.
     */
    private Expression anywhere(String name, int hops) {
        Expression known = searched.get(name);
        if (known != null || searched.size() >= MOST_NAMES) {
            return known == null ? Expression.of(List.of()) : known;
        }
        searched.put(name, Expression.of(List.of()));
        for (JsSources.Source source : sources) {
            Expression found = named(name, source, hops);
            if (found.isKnown()) {
                searched.put(name, found);
                return found;
            }
        }
        return searched.get(name);
    }

    private Expression declared(String name, JsSources.Source source, int hops) {
        List<Token> tokens = source.tokens();
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (DECLARES.contains(tokens.get(i).text())
                    && tokens.get(i + 1).isWord(name)
                    && !tokens.get(i + 2).isWord("of")) {
                int equals = i + 2;
                while (equals < tokens.size()
                        && equals < i + 6
                        && !tokens.get(equals).isSign("=")) {
                    equals++;
                }
                return resolved(value(tokens, equals + 1), source, hops - 1);
            }
        }
        return Expression.of(List.of());
    }

    private Expression named(String name, JsSources.Source source, int hops) {
        if (!source.text().contains(name)) {
            return Expression.of(List.of());
        }
        List<Token> tokens = source.tokens();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).isWord(name) && tokens.get(i + 1).isSign(":")) {
                Expression found = Expression.of(value(tokens, i + 2));
                if (found.isKnown()) {
                    return found;
                }
            }
        }
        return declared(name, source, hops);
    }
}
