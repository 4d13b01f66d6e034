package io.github.fullstackmaven.detect.go;

import io.github.fullstackmaven.detect.source.HealthNames;
import io.github.fullstackmaven.detect.source.SourceFile;
import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.detect.source.Token.Kind;
import io.github.fullstackmaven.model.Health;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the path where a server says that it is well from its routes. */
final class GoHealth {
    private static final Set<String> ROUTING =
            Set.of("Any", "All", "GET", "Get", "Handle", "HandleFunc", "Path", "Router");

    private final List<SourceFile> sources;
    private final GoRoutes routes;

    private record Found(String path, int name, String place) {}

    GoHealth(List<SourceFile> sources) {
        this.sources = sources;
        this.routes = new GoRoutes(sources);
    }

    /** Returns the best known name that has a route, the shortest path first. */
    Optional<Health> read() {
        List<Found> found = new ArrayList<>();
        for (SourceFile source : sources) {
            List<Token> tokens = source.tokens();
            for (int i = 4; i < tokens.size(); i++) {
                Token token = tokens.get(i);
                boolean routing =
                        token.isString()
                                && tokens.get(i - 1).isSign("(")
                                && ROUTING.contains(tokens.get(i - 2).text())
                                && tokens.get(i - 3).isSign(".")
                                && tokens.get(i - 4).kind() == Kind.WORD;
                if (routing) {
                    String path = path(token.text());
                    int name = HealthNames.rank(path);
                    boolean plain = path.chars().noneMatch(c -> "{}:*$ ".indexOf(c) >= 0);
                    if (name >= 0 && plain) {
                        String prefix = routes.prefix(source, i - 4, tokens.get(i - 4).text());
                        found.add(new Found(prefix + path, name, source.place(i)));
                    }
                }
                if (answersItself(tokens, i)) {
                    found.add(new Found(path(token.text()), 0, source.place(i)));
                }
            }
        }
        return found.stream()
                .min(
                        Comparator.comparingInt(Found::name)
                                .thenComparingInt(route -> route.path().length()))
                .map(route -> new Health(route.path(), route.place()));
    }

    /** {@code middleware.Heartbeat("/ping")} of chi answers whatever the routes are. */
    private static boolean answersItself(List<Token> tokens, int at) {
        return tokens.get(at).isString()
                && tokens.get(at - 1).isSign("(")
                && tokens.get(at - 2).isWord("Heartbeat");
    }

    /** {@code "GET /health"}, {@code "/health"}, {@code "health"}. */
    private static String path(String pattern) {
        String path = pattern.startsWith("GET ") ? pattern.substring(4).strip() : pattern;
        return path.startsWith("/") ? path : "/" + path;
    }
}
