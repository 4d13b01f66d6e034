package io.github.fullstackmaven.detect.rust;

import io.github.fullstackmaven.detect.source.SourceFile;
import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.detect.source.Token.Kind;
import io.github.fullstackmaven.detect.source.Tokens;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells below which prefix a route of a source is mounted: by {@code .nest("/api", …)}, {@code
 * web::scope("/api")…} or {@code .mount("/api", …)} around it, or around what refers to the
 * function or variable that it is in.
 */
final class RoutePrefixes {
    private static final Set<String> NESTING =
            Set.of("nest", "nest_service", "nest_no_strip", "mount");
    private static final Set<String> SCOPES = Set.of("scope", "with_path");

    /** No route lies deeper in functions than that; what does is left without its prefix. */
    private static final int MOST = 300;

    private final List<SourceFile> sources;
    private final List<Region> mounts = new ArrayList<>();
    private final List<Region> definitions = new ArrayList<>();
    private final Map<String, Integer> named = new HashMap<>();
    private final Map<String, List<Place>> places = new HashMap<>();

    /** A stretch of a source: what is mounted below a prefix, or what a name stands for. */
    private record Region(SourceFile source, int start, int end, String text, boolean isVariable) {
        boolean holds(SourceFile other, int at) {
            return source.isSame(other) && start <= at && at <= end;
        }
    }

    private record Place(SourceFile source, int at) {}

    RoutePrefixes(List<SourceFile> sources) {
        this.sources = sources;
        for (SourceFile source : sources) {
            for (int i = 0; i + 2 < source.tokens().size(); i++) {
                mount(source, i);
                definition(source, i);
            }
        }
        definitions.forEach(definition -> named.merge(definition.text(), 1, Integer::sum));
        // Each word is looked up often: the sources are gone through once.
        for (SourceFile source : sources) {
            for (int i = 0; i < source.tokens().size(); i++) {
                Token token = source.tokens().get(i);
                if (token.kind() == Kind.WORD && named.containsKey(token.text())) {
                    places.computeIfAbsent(token.text(), word -> new ArrayList<>())
                            .add(new Place(source, i));
                }
            }
        }
    }

    /** Returns the prefix of a place, {@code ""} when there is none. */
    String at(SourceFile source, int at) {
        return at(source, at, new HashSet<>());
    }

    private String at(SourceFile source, int at, Set<Region> seen) {
        StringBuilder prefix = new StringBuilder();
        mounts.stream()
                .filter(mount -> mount.holds(source, at))
                .sorted(Comparator.comparingInt(Region::start))
                .forEach(mount -> prefix.append(mount.text()));
        String outer = "";
        List<Region> around =
                definitions.stream()
                        .filter(definition -> definition.holds(source, at))
                        .sorted(Comparator.comparingInt(Region::start).reversed())
                        .toList();
        for (Region definition : around) {
            if (outer.isEmpty() && seen.add(definition)) {
                outer = ofReferences(definition, seen);
            }
        }
        return outer + prefix;
    }

    private String ofReferences(Region definition, Set<Region> seen) {
        if (seen.size() > MOST) {
            return "";
        }
        for (Place place : places.getOrDefault(definition.text(), List.of())) {
            if (refersTo(place.source(), place.at(), definition)) {
                String prefix = at(place.source(), place.at(), seen);
                if (!prefix.isEmpty()) {
                    return prefix;
                }
            }
        }
        return "";
    }

    private boolean refersTo(SourceFile source, int at, Region definition) {
        List<Token> tokens = source.tokens();
        Token before = at == 0 ? tokens.get(0) : tokens.get(at - 1);
        if (definition.holds(source, at)
                || before.isWord("fn")
                || before.isWord("let")
                || before.isSign(".")) {
            return false;
        }
        if (definition.isVariable()) {
            return definition.source().isSame(source) && inSameFunction(source, at, definition);
        }
        boolean path = at + 1 < tokens.size() && tokens.get(at + 1).isSign("::");
        if (path && !Tokens.matches(tokens, at + 1, "::", "<")) {
            return false;
        }
        if (!before.isSign("::") || at < 2) {
            return named.get(definition.text()) == 1 || definition.source().isSame(source);
        }
        String module = tokens.get(at - 2).text();
        boolean known = sources.stream().anyMatch(other -> module(other).equals(module));
        return !known || module(definition.source()).equals(module);
    }

    private boolean inSameFunction(SourceFile source, int at, Region variable) {
        return definitions.stream()
                .filter(function -> !function.isVariable())
                .filter(function -> function.holds(variable.source(), variable.start()))
                .max(Comparator.comparingInt(Region::start))
                .filter(function -> at > variable.end() && function.holds(source, at))
                .isPresent();
    }

    private static String module(SourceFile source) {
        String file = RepositoryPath.name(source.path());
        String name = file.substring(0, Math.max(0, file.length() - ".rs".length()));
        return name.equals("mod")
                ? RepositoryPath.name(RepositoryPath.parent(source.path()))
                : name;
    }

    private void mount(SourceFile source, int at) {
        List<Token> tokens = source.tokens();
        Token word = tokens.get(at);
        boolean call =
                word.kind() == Kind.WORD
                        && tokens.get(at + 1).isSign("(")
                        && tokens.get(at + 2).isString();
        if (!call) {
            return;
        }
        Optional<String> prefix = prefix(tokens.get(at + 2).text());
        int close = Tokens.closing(tokens, at + 1);
        if (NESTING.contains(word.text())) {
            prefix.ifPresent(p -> mounts.add(new Region(source, at + 3, close, p, false)));
        } else if (SCOPES.contains(word.text())) {
            prefix.ifPresent(
                    p ->
                            mounts.add(
                                    new Region(
                                            source, close, endOfChain(tokens, close), p, false)));
        }
    }

    private static int endOfChain(List<Token> tokens, int close) {
        int end = close;
        while (end + 3 < tokens.size()
                && tokens.get(end + 1).isSign(".")
                && tokens.get(end + 3).isSign("(")) {
            end = Tokens.closing(tokens, end + 3);
        }
        return end;
    }

    private static Optional<String> prefix(String text) {
        String path = text.startsWith("/") ? text : "/" + text;
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        return path.isEmpty() ? Optional.empty() : Optional.of(path);
    }

    private void definition(SourceFile source, int at) {
        List<Token> tokens = source.tokens();
        Token word = tokens.get(at);
        if (word.isWord("fn") && tokens.get(at + 1).kind() == Kind.WORD) {
            int body = at + 2;
            while (body < tokens.size()
                    && !tokens.get(body).isSign("{")
                    && !tokens.get(body).isSign(";")) {
                body = Tokens.opens(tokens.get(body)) ? Tokens.closing(tokens, body) + 1 : body + 1;
            }
            if (body < tokens.size() && tokens.get(body).isSign("{")) {
                String name = tokens.get(at + 1).text();
                definitions.add(new Region(source, at, Tokens.closing(tokens, body), name, false));
            }
        } else if (word.isWord("let")) {
            int name = tokens.get(at + 1).isWord("mut") ? at + 2 : at + 1;
            if (tokens.get(name).kind() == Kind.WORD) {
                int end = Tokens.endOfStatement(tokens, name);
                definitions.add(new Region(source, at, end, tokens.get(name).text(), true));
            }
        }
    }
}
