package io.github.fullstackmaven.detect.python;

import io.github.fullstackmaven.detect.python.Constructors.Made;
import io.github.fullstackmaven.detect.python.WebApplication.Protocol;
import io.github.fullstackmaven.detect.source.PythonLine;
import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.detect.source.Token.Kind;
import io.github.fullstackmaven.detect.source.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the application that a server serves: by what a module defines at its top level. */
final class ApplicationFinder {
    private static final List<String> FILES =
            List.of("main", "app", "asgi", "wsgi", "server", "index", "__init__", "run", "api");
    private static final Set<String> NAMES = Set.of("app", "application", "api", "server", "asgi");
    private static final Made UNKNOWN = new Made("", Protocol.WSGI);

    private final PythonSources sources;
    private final Optional<String> framework;

    /** How an application is defined, the surest first. */
    private enum Way {
        CONSTRUCTED,
        FROM_FACTORY,
        IMPORTED,
        FACTORY
    }

    private record Found(PythonFile file, int line, String name, Way way, Made made) {}

    /**
     * @param sources where to look
     * @param framework what the dependencies say it is made with
     */
    ApplicationFinder(PythonSources sources, Optional<String> framework) {
        this.sources = sources;
        this.framework = framework;
    }

    /** Returns the applications, the most likely first. */
    List<WebApplication> find() {
        List<Found> found = new ArrayList<>();
        for (PythonFile file : sources.all()) {
            for (PythonLine line : file.lines()) {
                if (!line.nested()) {
                    definition(file, line).ifPresent(found::add);
                }
            }
        }
        return found.stream().sorted(likelihood()).map(this::application).toList();
    }

    private Comparator<Found> likelihood() {
        return Comparator.<Found>comparingInt(f -> isOfOtherFramework(f) ? 1 : 0)
                .thenComparing(f -> f.way() == Way.IMPORTED ? Way.FACTORY : f.way())
                .thenComparingInt(f -> rank(f.file()))
                .thenComparingInt(f -> f.file().path().split("/").length)
                .thenComparing(Found::way)
                .thenComparingInt(f -> NAMES.contains(f.name()) ? 0 : 1)
                .thenComparing(f -> f.file().path())
                .thenComparingInt(Found::line);
    }

    private boolean isOfOtherFramework(Found found) {
        String made = found.made().framework();
        return !made.isEmpty() && framework.isPresent() && !framework.get().equals(made);
    }

    private static int rank(PythonFile file) {
        int rank = FILES.indexOf(file.stem());
        return rank < 0 ? FILES.size() : rank;
    }

    private Optional<Found> definition(PythonFile file, PythonLine line) {
        if (line.begins("def") || line.begins("async", "def")) {
            return factory(file, line);
        }
        if (line.begins("from") && FILES.contains(file.stem())) {
            return imported(file, line);
        }
        int sign = Constructors.assignment(line);
        if (sign < 0) {
            return Optional.empty();
        }
        String name = line.tokens().get(0).text();
        Optional<String> called = Constructors.called(line.tokens(), sign + 1);
        if (called.isEmpty()) {
            return Optional.empty();
        }
        Optional<Made> made = Constructors.made(called.get());
        if (made.isPresent()) {
            return Optional.of(new Found(file, line.line(), name, Way.CONSTRUCTED, made.get()));
        }
        return Constructors.isFactory(called.get())
                ? Optional.of(new Found(file, line.line(), name, Way.FROM_FACTORY, guessed()))
                : Optional.empty();
    }

    /** {@code from shop import app}: as good a name for a server as any. */
    private Optional<Found> imported(PythonFile file, PythonLine line) {
        int at = line.find("import");
        for (int i = at + 1; at > 0 && i < line.tokens().size(); i++) {
            Token token = line.tokens().get(i);
            boolean last = i + 1 >= line.tokens().size();
            boolean renamed = !last && line.tokens().get(i + 1).isWord("as");
            if (token.kind() == Kind.WORD
                    && !renamed
                    && (token.isWord("app") || token.isWord("application"))) {
                return Optional.of(
                        new Found(file, line.line(), token.text(), Way.IMPORTED, guessed()));
            }
        }
        return Optional.empty();
    }

    private Optional<Found> factory(PythonFile file, PythonLine line) {
        int at = line.find("def") + 1;
        if (at + 1 >= line.tokens().size()
                || !Constructors.isFactory(line.tokens().get(at).text())
                || needsArguments(line.tokens(), at + 1)) {
            return Optional.empty();
        }
        Made made = UNKNOWN;
        for (PythonLine inner : file.lines()) {
            int sign = inner.nested() ? Constructors.assignment(inner) : -1;
            Optional<Made> constructed =
                    sign < 0
                            ? Optional.empty()
                            : Constructors.called(inner.tokens(), sign + 1)
                                    .flatMap(Constructors::made);
            made = constructed.orElse(made);
        }
        return Optional.of(
                new Found(
                        file,
                        line.line(),
                        line.tokens().get(at).text(),
                        Way.FACTORY,
                        made.equals(UNKNOWN) ? guessed() : made));
    }

    /** A server calls it without arguments. */
    private static boolean needsArguments(List<Token> tokens, int open) {
        int close = Tokens.closing(tokens, open);
        boolean any = false;
        boolean given = false;
        for (int i = open + 1; i < close; i++) {
            Token token = tokens.get(i);
            if (token.isSign(",")) {
                if (any && !given) {
                    return true;
                }
                any = false;
                given = false;
            } else {
                any = true;
                given |= token.isSign("=") || token.isSign("*");
                i = Tokens.opens(token) ? Tokens.closing(tokens, i) : i;
            }
        }
        return any && !given;
    }

    private Made guessed() {
        String name = framework.orElse("");
        boolean asynchronous =
                List.of("fastapi", "starlette", "litestar", "quart", "sanic", "fasthtml")
                        .contains(name);
        return new Made(name, asynchronous ? Protocol.ASGI : Protocol.WSGI);
    }

    private WebApplication application(Found found) {
        String root = SourceRoots.of(sources, found.file());
        String module = SourceRoots.module(sources.directory(), root, found.file());
        return new WebApplication(
                found.file().place(found.line()),
                root,
                module,
                found.name(),
                found.way() == Way.FACTORY,
                found.made().protocol(),
                Optional.of(found.made().framework()).filter(f -> !f.isEmpty()));
    }
}
