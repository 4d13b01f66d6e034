package io.github.fullstackmaven.detect.python;

import io.github.fullstackmaven.detect.source.HealthNames;
import io.github.fullstackmaven.detect.source.PythonLine;
import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.detect.source.Token.Kind;
import io.github.fullstackmaven.detect.source.Tokens;
import io.github.fullstackmaven.model.Health;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the route by which a program says that it is well: a decorator, or a URL pattern. */
final class HealthReader {
    private static final Set<String> ROUTING =
            Set.of(
                    "get",
                    "route",
                    "head",
                    "api_route",
                    "add_route",
                    "add_url_rule",
                    "add_api_route",
                    "Route");
    private static final Set<String> PATTERNS = Set.of("path", "re_path", "url");

    private final List<PythonFile> files;
    private final RoutePrefixes prefixes;

    private record Found(String path, int rank, String place) {}

    HealthReader(List<PythonFile> files) {
        this.files = files;
        this.prefixes = new RoutePrefixes(files);
    }

    /** Returns the most usual name that has a route, the shortest path first. */
    Optional<Health> read() {
        List<Found> found = new ArrayList<>();
        for (PythonFile file : files) {
            for (PythonLine line : file.lines()) {
                for (int i = 2; i < line.tokens().size(); i++) {
                    at(file, line, i).ifPresent(found::add);
                }
            }
        }
        return found.stream()
                .min(
                        Comparator.comparingInt(Found::rank)
                                .thenComparingInt(route -> route.path().length()))
                .map(route -> new Health(route.path(), route.place()));
    }

    private Optional<Found> at(PythonFile file, PythonLine line, int i) {
        List<Token> tokens = line.tokens();
        Token token = tokens.get(i);
        if (!token.isString() || !tokens.get(i - 1).isSign("(")) {
            return Optional.empty();
        }
        Token call = tokens.get(i - 2);
        boolean pattern = call.kind() == Kind.WORD && PATTERNS.contains(call.text());
        String text = pattern ? plain(token.text()) : token.text();
        int rank = HealthNames.rank(text.replaceAll("/+$", ""));
        boolean literal = text.chars().noneMatch(c -> "{}<>()[]*\\".indexOf(c) >= 0);
        if (rank < 0 || !literal) {
            return Optional.empty();
        }
        String place = file.place(token.line());
        if (pattern && RoutePrefixes.isUrls(file)) {
            return Optional.of(new Found(slashed(prefixes.ofUrls(file) + text), rank, place));
        }
        boolean routing = call.kind() == Kind.WORD && ROUTING.contains(call.text());
        boolean decorator = line.begins("@") && i >= 4 && tokens.get(i - 3).isSign(".");
        if (routing && decorator) {
            String path = prefixes.ofRouter(file, tokens.get(i - 4).text()) + text;
            return isGet(tokens, i)
                    ? Optional.of(new Found(slashed(path), rank, place))
                    : Optional.empty();
        }
        return routing && text.startsWith("/") && !call.isWord("get") && !call.isWord("route")
                ? Optional.of(new Found(text, rank, place))
                : Optional.empty();
    }

    /** A route for other methods alone does not answer a probe. */
    private static boolean isGet(List<Token> tokens, int at) {
        for (int i = at; i + 2 < tokens.size(); i++) {
            if (Tokens.matches(tokens, i, "methods", "=")) {
                return tokens.subList(i, tokens.size()).stream()
                        .anyMatch(t -> t.isString() && t.text().equalsIgnoreCase("GET"));
            }
        }
        return true;
    }

    /** A pattern is without its anchors what it matches. */
    private static String plain(String pattern) {
        return pattern.replaceAll("^\\^|\\$$", "").replace("/?", "/");
    }

    private static String slashed(String path) {
        return (path.startsWith("/") ? path : "/" + path).replaceAll("//+", "/");
    }
}
