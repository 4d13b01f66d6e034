package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.detect.source.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads from the sources where a server listens. */
final class ServerPort {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");
    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::");
    private static final Set<String> DECLARES = Set.of("const", "let", "var");
    private static final int HOPS = 4;

    private static final int MOST_NAMES = 60;

    private final List<JsSources.Source> sources;
    private final Map<String, Expression> searched = new HashMap<>();

    /**
     * Where a server listens.
     *
     * @param expression what gives the port
     * @param place where it stands
     * @param arguments what the call is given
     */
    record Found(Expression expression, String place, List<Token> arguments) {
        Found {
            arguments = List.copyOf(arguments);
        }

        /** Returns true when it binds to an address that nobody else reaches. */
        boolean isLoopback() {
            return arguments.stream().anyMatch(t -> t.isString() && LOOPBACK.contains(t.text()));
        }

        /** Returns true when it says where it binds to. */
        boolean hasHost() {
            return arguments.stream()
                    .anyMatch(
                            t ->
                                    (t.isString() && EVERYWHERE.contains(t.text()))
                                            || t.text().toLowerCase(Locale.ROOT).contains("host"));
        }
    }

    ServerPort(JsSources sources) {
        this.sources = sources.having("listen", "serve", "port", "PORT");
    }

    /** Returns the first call that listens, then the first default of {@code PORT}. */
    Optional<Found> read() {
        Optional<Found> half = Optional.empty();
        for (JsSources.Source source : sources) {
            for (Found found : calls(source)) {
                if (found.expression().number().isPresent()) {
                    return Optional.of(found);
                }
                half = half.isPresent() ? half : Optional.of(found);
            }
        }
        Optional<Found> fallback = defaults();
        if (half.isPresent() && fallback.isPresent()) {
            Found call = half.get();
            return fallback.map(f -> new Found(f.expression(), f.place(), call.arguments()));
        }
        Optional<Found> call = half;
        return fallback.or(() -> call);
    }

    private List<Found> calls(JsSources.Source source) {
        List<Found> found = new ArrayList<>();
        List<Token> tokens = source.tokens();
        for (int i = 1; i + 1 < tokens.size(); i++) {
            boolean listens = tokens.get(i).isWord("listen") && tokens.get(i - 1).isSign(".");
            boolean serves = tokens.get(i).isWord("serve");
            if ((listens || serves) && tokens.get(i + 1).isSign("(")) {
                List<Token> arguments = tokens.subList(i + 2, Tokens.closing(tokens, i + 1));
                Expression expression = resolved(port(arguments, serves), source, HOPS);
                if (expression.isKnown() || listens) {
                    found.add(new Found(expression, source.at(tokens.get(i)), arguments));
                }
            }
            if (tokens.get(i - 1).isWord("export")
                    && tokens.get(i).isWord("default")
                    && tokens.get(i + 1).isSign("{")) {
                List<Token> object = tokens.subList(i + 1, Tokens.closing(tokens, i + 1));
                boolean server = object.stream().anyMatch(t -> t.isWord("fetch"));
                Expression expression = resolved(property(object), source, HOPS);
                if (server && expression.isKnown()) {
                    found.add(new Found(expression, source.at(tokens.get(i)), List.of()));
                }
            }
        }
        return found;
    }

    /** The first argument, or the property {@code port} of an object among them. */
    private static List<Token> port(List<Token> arguments, boolean anywhere) {
        if (arguments.isEmpty()) {
            return List.of();
        }
        if (arguments.get(0).isSign("{") || anywhere) {
            return property(arguments);
        }
        int end = 0;
        while (end < arguments.size() && !arguments.get(end).isSign(",")) {
            end = Tokens.opens(arguments.get(end)) ? Tokens.closing(arguments, end) + 1 : end + 1;
        }
        return arguments.subList(0, Math.min(end, arguments.size()));
    }

    private static List<Token> property(List<Token> object) {
        for (int i = 0; i < object.size(); i++) {
            if (!object.get(i).isWord("port")) {
                continue;
            }
            if (i + 1 < object.size() && object.get(i + 1).isSign(":")) {
                return value(object, i + 2);
            }
            boolean shorthand =
                    i > 0 && (object.get(i - 1).isSign("{") || object.get(i - 1).isSign(","));
            if (shorthand) {
                return List.of(object.get(i));
            }
        }
        return List.of();
    }

    private static List<Token> value(List<Token> tokens, int from) {
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

    /** A name stands for what it was declared as, here, or as a property anywhere. */
    private Expression resolved(List<Token> tokens, JsSources.Source here, int hops) {
        Expression direct = Expression.of(tokens);
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

    /** {@code process.env.PORT || 3000} anywhere: settings are often kept apart. */
    private Optional<Found> defaults() {
        for (JsSources.Source source : sources) {
            List<Token> tokens = source.tokens();
            for (int i = 2; i < tokens.size(); i++) {
                boolean variable =
                        tokens.get(i).text().equals("PORT")
                                && (Tokens.matches(tokens, i - 2, "env", ".")
                                        || Tokens.matches(tokens, i - 2, "env", "["));
                if (variable) {
                    Expression expression = Expression.of(value(tokens, i - 2));
                    return Optional.of(new Found(expression, source.at(tokens.get(i)), List.of()));
                }
            }
        }
        return Optional.empty();
    }
}
