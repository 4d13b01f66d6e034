package io.github.fullstackmaven.detect.go;

import io.github.fullstackmaven.detect.source.SourceFile;
import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.detect.source.Token.Kind;
import io.github.fullstackmaven.detect.source.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells below which prefix a router's routes are: {@code api := r.Group("/api")}, {@code
 * r.Route("/api", func(r chi.Router) …)}, {@code Mount("/api", f())}, and the same through the
 * functions that a router is handed to.
 */
final class GoRoutes {
    private static final Set<String> GROUPING = Set.of("Group", "PathPrefix", "Route", "Party");
    private static final Set<String> MOUNTING = Set.of("Mount", "StripPrefix");

    private final List<SourceFile> sources;
    private final List<Function> functions = new ArrayList<>();

    /** A function with its body; a literal has the name of what it is handed to. */
    private record Function(SourceFile source, String name, int open, int start, int end) {
        boolean holds(SourceFile other, int at) {
            return source.isSame(other) && start <= at && at <= end;
        }
    }

    private record Place(SourceFile source, int at, String router) {}

    GoRoutes(List<SourceFile> sources) {
        this.sources = sources;
        for (SourceFile source : sources) {
            for (int i = 0; i + 1 < source.tokens().size(); i++) {
                if (source.tokens().get(i).isWord("func")) {
                    function(source, i);
                }
            }
        }
    }

    /** Returns the prefix of a router at a place, {@code ""} when there is none. */
    String prefix(SourceFile source, int at, String router) {
        return prefix(new Place(source, at, router), new HashSet<>());
    }

    private String prefix(Place place, Set<Place> seen) {
        if (!seen.add(place) || seen.size() > 60) {
            return "";
        }
        Optional<Function> around =
                functions.stream()
                        .filter(f -> f.holds(place.source(), place.at()))
                        .max(Comparator.comparingInt(Function::start));
        int from = around.map(Function::start).orElse(0);
        for (int i = place.at() - 1; i > from; i--) {
            if (isAssigned(place, i)) {
                return ofExpression(place.source(), i + 2, seen) + mounted(place, seen);
            }
        }
        if (around.isEmpty()) {
            return "";
        }
        Function function = around.get();
        int parameter = parameter(function, place.router());
        if (parameter < 0) {
            boolean literal = function.name().isEmpty();
            return literal
                    ? prefix(new Place(place.source(), function.open(), place.router()), seen)
                    : "";
        }
        return function.name().isEmpty()
                ? ofLiteral(function, seen)
                : ofCalls(function, parameter, seen);
    }

    private static boolean isAssigned(Place place, int at) {
        List<Token> tokens = place.source().tokens();
        return tokens.get(at).isWord(place.router())
                && at + 2 < tokens.size()
                && (tokens.get(at + 1).isSign(":=") || tokens.get(at + 1).isSign("="));
    }

    /** {@code r.Group("/api", …)}, {@code r}, {@code chi.NewRouter()}. */
    private String ofExpression(SourceFile source, int at, Set<Place> seen) {
        List<Token> tokens = source.tokens();
        if (tokens.get(at).kind() != Kind.WORD) {
            return "";
        }
        String outer = prefix(new Place(source, at, tokens.get(at).text()), seen);
        StringBuilder own = new StringBuilder();
        int i = at + 1;
        while (i + 2 < tokens.size() && tokens.get(i).isSign(".")) {
            boolean call = tokens.get(i + 2).isSign("(");
            if (call && GROUPING.contains(tokens.get(i + 1).text())) {
                own.append(text(tokens, i + 3));
            }
            i = call ? Tokens.closing(tokens, i + 2) + 1 : i + 2;
        }
        return outer + own;
    }

    /** The literal's own call says the prefix: {@code r.Route("/api", func(r chi.Router) …)}. */
    private String ofLiteral(Function function, Set<Place> seen) {
        List<Token> tokens = function.source().tokens();
        int open = Tokens.enclosing(tokens, function.open());
        if (open < 3 || tokens.get(open - 1).kind() != Kind.WORD) {
            return "";
        }
        String own = GROUPING.contains(tokens.get(open - 1).text()) ? text(tokens, open + 1) : "";
        if (!tokens.get(open - 2).isSign(".")) {
            return own;
        }
        String router = tokens.get(open - 3).text();
        return prefix(new Place(function.source(), open - 3, router), seen) + own;
    }

    private String ofCalls(Function function, int parameter, Set<Place> seen) {
        for (SourceFile source : sources) {
            List<Token> tokens = source.tokens();
            for (int i = 1; i + 2 < tokens.size(); i++) {
                boolean call =
                        tokens.get(i).isWord(function.name())
                                && tokens.get(i + 1).isSign("(")
                                && !tokens.get(i - 1).isWord("func")
                                && !tokens.get(i - 1).isSign(")");
                if (call) {
                    int argument = argument(tokens, i + 1, parameter);
                    String prefix = argument < 0 ? "" : ofExpression(source, argument, seen);
                    if (!prefix.isEmpty()) {
                        return prefix;
                    }
                }
            }
        }
        return "";
    }

    /** {@code r.Mount("/api", router)}, or with a call of the function that makes the router. */
    private String mounted(Place place, Set<Place> seen) {
        Optional<String> maker =
                functions.stream()
                        .filter(f -> f.holds(place.source(), place.at()) && !f.name().isEmpty())
                        .map(Function::name)
                        .findFirst();
        for (SourceFile source : sources) {
            List<Token> tokens = source.tokens();
            for (int i = 1; i + 2 < tokens.size(); i++) {
                boolean mount =
                        MOUNTING.contains(tokens.get(i).text())
                                && tokens.get(i + 1).isSign("(")
                                && tokens.get(i + 2).isString();
                if (!mount) {
                    continue;
                }
                for (int j = i + 3; j < Tokens.closing(tokens, i + 1); j++) {
                    boolean same =
                            tokens.get(j).isWord(place.router()) && source.isSame(place.source());
                    boolean made = maker.isPresent() && tokens.get(j).isWord(maker.get());
                    if (same || made) {
                        boolean inner = tokens.get(i - 1).isSign(".") && i >= 2;
                        String outer =
                                inner && tokens.get(i).isWord("Mount")
                                        ? prefix(
                                                new Place(source, i - 2, tokens.get(i - 2).text()),
                                                seen)
                                        : "";
                        return outer + text(tokens, i + 2);
                    }
                }
            }
        }
        return "";
    }

    private void function(SourceFile source, int at) {
        List<Token> tokens = source.tokens();
        int next = at + 1;
        boolean method = tokens.get(next).isSign("(") && isMethod(tokens, next);
        if (method) {
            next = Tokens.closing(tokens, next) + 1;
        }
        String name = tokens.get(next).kind() == Kind.WORD ? tokens.get(next).text() : "";
        int open = name.isEmpty() ? next : next + 1;
        if (open >= tokens.size() || !tokens.get(open).isSign("(")) {
            return;
        }
        int body = Tokens.closing(tokens, open) + 1;
        while (body < tokens.size()
                && !tokens.get(body).isSign("{")
                && !tokens.get(body).isSign(";")) {
            body = Tokens.opens(tokens.get(body)) ? Tokens.closing(tokens, body) + 1 : body + 1;
        }
        if (body < tokens.size() && tokens.get(body).isSign("{")) {
            functions.add(new Function(source, name, open, body, Tokens.closing(tokens, body)));
        }
    }

    /** {@code func (s *Server) routes(…)} has a name and brackets behind the receiver. */
    private static boolean isMethod(List<Token> tokens, int open) {
        int after = Tokens.closing(tokens, open) + 1;
        return after + 1 < tokens.size()
                && tokens.get(after).kind() == Kind.WORD
                && tokens.get(after + 1).isSign("(");
    }

    private static int parameter(Function function, String name) {
        List<Token> tokens = function.source().tokens();
        int index = 0;
        for (int i = function.open() + 1; i < Tokens.closing(tokens, function.open()); i++) {
            boolean first = tokens.get(i - 1).isSign("(") || tokens.get(i - 1).isSign(",");
            if (first && tokens.get(i).isWord(name)) {
                return index;
            }
            index += tokens.get(i).isSign(",") ? 1 : 0;
        }
        return -1;
    }

    private static int argument(List<Token> tokens, int open, int index) {
        int left = index;
        int close = Tokens.closing(tokens, open);
        for (int i = open + 1; i < close; i++) {
            if (left == 0) {
                return i;
            }
            if (Tokens.opens(tokens.get(i))) {
                i = Tokens.closing(tokens, i);
            } else if (tokens.get(i).isSign(",")) {
                left--;
            }
        }
        return -1;
    }

    private static String text(List<Token> tokens, int at) {
        if (at >= tokens.size() || !tokens.get(at).isString()) {
            return "";
        }
        String path = tokens.get(at).text();
        String tidy = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return tidy.isEmpty() || tidy.startsWith("/") ? tidy : "/" + tidy;
    }
}
