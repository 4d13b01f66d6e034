package io.github.fullstackmaven.detect.rust;

import io.github.fullstackmaven.detect.source.HealthNames;
import io.github.fullstackmaven.detect.source.SourceFile;
import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.detect.source.Token.Kind;
import io.github.fullstackmaven.detect.source.Tokens;
import io.github.fullstackmaven.model.Health;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the path where a server says that it is well from its routes. */
final class HealthReader {
    private static final Set<String> ROUTING =
            Set.of("route", "at", "resource", "with_path", "path", "get");

    private final List<SourceFile> sources;
    private final RoutePrefixes prefixes;

    private record Found(String path, int name, String place) {}

    HealthReader(List<SourceFile> sources) {
        this.sources = sources;
        this.prefixes = new RoutePrefixes(sources);
    }

    /** Returns the best known name that has a route, the shortest path first. */
    Optional<Health> read() {
        List<Found> found = new ArrayList<>();
        for (SourceFile source : sources) {
            for (int i = 2; i < source.tokens().size(); i++) {
                Token token = source.tokens().get(i);
                int name = token.isString() ? HealthNames.rank(token.text()) : -1;
                if (name >= 0) {
                    route(source, i)
                            .filter(path -> path.chars().noneMatch(c -> "{}<>:*".indexOf(c) >= 0))
                            .ifPresent(
                                    path ->
                                            found.add(
                                                    new Found(
                                                            path,
                                                            name,
                                                            source.path() + ":" + token.line())));
                }
            }
        }
        return found.stream()
                .min(
                        Comparator.comparingInt(Found::name)
                                .thenComparingInt(route -> route.path().length()))
                .map(route -> new Health(route.path(), route.place()));
    }

    private Optional<String> route(SourceFile source, int at) {
        List<Token> tokens = source.tokens();
        String text = tokens.get(at).text();
        Token call = tokens.get(at - 1).isSign("(") ? tokens.get(at - 2) : tokens.get(at - 1);
        if (call.isSign("!") && at >= 3) {
            call = tokens.get(at - 3);
        }
        boolean routing = call.kind() == Kind.WORD && ROUTING.contains(call.text());
        if (routing && isAttribute(tokens, at)) {
            return handler(tokens, at).map(name -> registered(name) + slashed(text));
        }
        boolean method = routing && !call.isWord("get");
        boolean compared =
                text.startsWith("/")
                        && (Tokens.matches(tokens, at + 1, ")", "=>")
                                || Tokens.matches(tokens, at + 1, "=>"));
        if (method || compared) {
            return Optional.of(prefixes.at(source, at) + slashed(text));
        }
        return Optional.empty();
    }

    /** {@code #[get("/health")]}. */
    private static boolean isAttribute(List<Token> tokens, int at) {
        boolean plain = at >= 4 && Tokens.matches(tokens, at - 4, "#", "[");
        boolean qualified =
                at >= 6
                        && Tokens.matches(tokens, at - 6, "#", "[")
                        && tokens.get(at - 3).isSign("::");
        return plain || qualified;
    }

    private static Optional<String> handler(List<Token> tokens, int at) {
        for (int i = at; i < Math.min(tokens.size() - 1, at + 60); i++) {
            if (tokens.get(i).isWord("fn")) {
                return Optional.of(tokens.get(i + 1).text());
            }
        }
        return Optional.empty();
    }

    /** Returns the prefix of the place where a handler is registered. */
    private String registered(String handler) {
        for (SourceFile source : sources) {
            List<Token> tokens = source.tokens();
            for (int i = 1; i < tokens.size(); i++) {
                if (tokens.get(i).isWord(handler) && !tokens.get(i - 1).isWord("fn")) {
                    String prefix = prefixes.at(source, i);
                    if (!prefix.isEmpty()) {
                        return prefix;
                    }
                }
            }
        }
        return "";
    }

    private static String slashed(String text) {
        return text.startsWith("/") ? text : "/" + text;
    }
}
