package io.github.fullstackmaven.detect.python;

import io.github.fullstackmaven.detect.python.WebApplication.Protocol;
import io.github.fullstackmaven.detect.source.PythonLine;
import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.detect.source.Token.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The calls that make an application that a server can serve. */
final class Constructors {
    /**
     * What a call makes.
     *
     * @param framework the framework's id
     * @param protocol how a server talks to it
     */
    record Made(String framework, Protocol protocol) {}

    private static final Map<String, Made> BY_NAME =
            Map.ofEntries(
                    Map.entry("FastAPI", new Made("fastapi", Protocol.ASGI)),
                    Map.entry("Starlette", new Made("starlette", Protocol.ASGI)),
                    Map.entry("Litestar", new Made("litestar", Protocol.ASGI)),
                    Map.entry("Quart", new Made("quart", Protocol.ASGI)),
                    Map.entry("Sanic", new Made("sanic", Protocol.ASGI)),
                    Map.entry("FastHTML", new Made("fasthtml", Protocol.ASGI)),
                    Map.entry("fast_app", new Made("fasthtml", Protocol.ASGI)),
                    Map.entry("AsyncApp", new Made("connexion", Protocol.ASGI)),
                    Map.entry("FlaskApp", new Made("connexion", Protocol.WSGI)),
                    Map.entry("Flask", new Made("flask", Protocol.WSGI)),
                    Map.entry("APIFlask", new Made("flask", Protocol.WSGI)),
                    Map.entry("Bottle", new Made("bottle", Protocol.WSGI)),
                    Map.entry("get_wsgi_application", new Made("django", Protocol.WSGI)),
                    Map.entry("get_asgi_application", new Made("django", Protocol.ASGI)),
                    Map.entry("ProtocolTypeRouter", new Made("django", Protocol.ASGI)));

    private static final Set<String> FACTORIES =
            Set.of(
                    "create_app",
                    "create_application",
                    "make_app",
                    "build_app",
                    "app_factory",
                    "get_app",
                    "get_application",
                    "init_app");

    private Constructors() {}

    /** Returns what a call of this name makes. */
    static Optional<Made> made(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Returns true for the usual name of a function that makes an application. */
    static boolean isFactory(String name) {
        return FACTORIES.contains(name);
    }

    /** Returns the place of the {@code =} of an assignment to one or more names; -1 if none. */
    static int assignment(PythonLine line) {
        List<Token> tokens = line.tokens();
        if (tokens.get(0).kind() != Kind.WORD) {
            return -1;
        }
        int depth = 0;
        for (int i = 1; i + 1 < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.isSign("(") || token.isSign("{")) {
                return -1;
            }
            depth += token.isSign("[") ? 1 : token.isSign("]") ? -1 : 0;
            if (depth == 0 && token.isSign("=")) {
                return tokens.get(i + 1).isSign("=") ? -1 : i;
            }
        }
        return -1;
    }

    /** Returns the name of the function that the expression at a place calls. */
    static Optional<String> called(List<Token> tokens, int from) {
        int at = from;
        while (at + 1 < tokens.size() && tokens.get(at).kind() == Kind.WORD) {
            if (tokens.get(at + 1).isSign("(")) {
                return Optional.of(tokens.get(at).text());
            }
            if (!tokens.get(at + 1).isSign(".")) {
                return Optional.empty();
            }
            at += 2;
        }
        return Optional.empty();
    }
}
