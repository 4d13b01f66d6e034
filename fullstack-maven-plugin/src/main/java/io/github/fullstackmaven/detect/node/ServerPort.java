package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.detect.source.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads from the sources where a server listens. */
final class ServerPort {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");
    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::");
    private final List<JsSources.Source> sources;
    private final PortNames names;

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
        this.names = new PortNames(this.sources);
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
                Expression expression = names.resolved(port(arguments, serves), source);
                if (expression.isKnown() || listens) {
                    found.add(new Found(expression, source.at(tokens.get(i)), arguments));
                }
            }
            if (tokens.get(i - 1).isWord("export")
                    && tokens.get(i).isWord("default")
                    && tokens.get(i + 1).isSign("{")) {
                List<Token> object = tokens.subList(i + 1, Tokens.closing(tokens, i + 1));
                boolean server = object.stream().anyMatch(t -> t.isWord("fetch"));
                Expression expression = names.resolved(property(object), source);
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
                return PortNames.value(object, i + 2);
            }
            boolean shorthand =
                    i > 0 && (object.get(i - 1).isSign("{") || object.get(i - 1).isSign(","));
            if (shorthand) {
                return List.of(object.get(i));
            }
        }
        return List.of();
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
                    Expression expression = Expression.of(PortNames.value(tokens, i - 2));
                    return Optional.of(new Found(expression, source.at(tokens.get(i)), List.of()));
                }
            }
        }
        return Optional.empty();
    }
}
