package io.github.fullstackmaven.detect.python;

import io.github.fullstackmaven.detect.source.PythonLine;
import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.detect.source.Token.Kind;
import io.github.fullstackmaven.detect.source.Tokens;
import io.github.fullstackmaven.model.Sourced;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the port, and the address, that a program says in its sources. */
final class PythonPort {
    private static final Set<String> READING =
            Set.of("get", "getenv", "int", "config", "env", "environ");
    private static final Set<String> SERVING =
            Set.of(
                    "run",
                    "serve",
                    "run_app",
                    "run_simple",
                    "listen",
                    "launch",
                    "make_server",
                    "HTTPServer",
                    "ThreadingHTTPServer",
                    "TCPServer",
                    "start_server",
                    "bind");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

    /** What is below is a number of something else, as in an enumeration with a PORT. */
    private static final int LOWEST = 80;

    private final List<PythonFile> files;

    PythonPort(List<PythonFile> files) {
        this.files = files;
    }

    /** Returns the port that the sources name: in a call that serves, else a default of PORT. */
    Optional<Sourced<Integer>> read() {
        for (PythonFile file : files) {
            for (PythonLine line : file.lines()) {
                Optional<Integer> port =
                        defaultPort(line).or(() -> served(line)).or(() -> assigned(line));
                if (port.isPresent()) {
                    return Optional.of(new Sourced<>(port.get(), file.place(line.line())));
                }
            }
        }
        return Optional.empty();
    }

    /** Returns where the variable PORT is read. */
    Optional<String> variable() {
        for (PythonFile file : files) {
            for (PythonLine line : file.lines()) {
                boolean reads =
                        line.tokens().stream()
                                        .anyMatch(t -> t.isString() && t.text().equals("PORT"))
                                && line.tokens().stream()
                                        .anyMatch(
                                                t ->
                                                        t.kind() == Kind.WORD
                                                                && READING.contains(t.text()));
                if (reads) {
                    return Optional.of(file.path());
                }
            }
        }
        return Optional.empty();
    }

    /** Returns where a program listens on an address that nobody else can reach. */
    Optional<String> loopback() {
        for (PythonFile file : files) {
            for (PythonLine line : file.lines()) {
                boolean serves = SERVING.stream().anyMatch(name -> call(line, name) >= 0);
                boolean local =
                        line.tokens().stream()
                                .anyMatch(t -> t.isString() && LOOPBACK.contains(t.text()));
                if (serves && local) {
                    return Optional.of(file.place(line.line()));
                }
            }
        }
        return Optional.empty();
    }

    /** {@code os.environ.get("PORT", 8000)}. */
    private static Optional<Integer> defaultPort(PythonLine line) {
        List<Token> tokens = line.tokens();
        for (int i = 2; i + 2 < tokens.size(); i++) {
            boolean named =
                    tokens.get(i).isString()
                            && tokens.get(i).text().equals("PORT")
                            && tokens.get(i - 1).isSign("(");
            if (named && tokens.get(i + 1).isSign(",")) {
                int at = i + 2;
                if (Tokens.matches(tokens, at, "default", "=")) {
                    at += 2;
                }
                Optional<Integer> port =
                        at < tokens.size() ? number(tokens.get(at)) : Optional.empty();
                if (port.isPresent()) {
                    return port;
                }
            }
        }
        return Optional.empty();
    }

    /** {@code app.run(port=5000)}, {@code HTTPServer(("", 8000), …)}. */
    private static Optional<Integer> served(PythonLine line) {
        List<Token> tokens = line.tokens();
        for (String name : SERVING) {
            int open = call(line, name);
            if (open < 0) {
                continue;
            }
            int close = Tokens.closing(tokens, open);
            for (int i = open + 1; i < close; i++) {
                boolean port =
                        Tokens.matches(tokens, i, "port", "=")
                                || Tokens.matches(tokens, i, "server_port", "=");
                if (port && number(tokens.get(i + 2)).isPresent()) {
                    return number(tokens.get(i + 2));
                }
                boolean pair =
                        tokens.get(i).isString()
                                && i + 2 < close
                                && tokens.get(i + 1).isSign(",")
                                && tokens.get(i + 2).kind() == Kind.NUMBER
                                && tokens.get(i + 3).isSign(")");
                if (pair
                        && tokens.get(i - 1).isSign("(")
                        && number(tokens.get(i + 2)).isPresent()) {
                    return number(tokens.get(i + 2));
                }
            }
        }
        return Optional.empty();
    }

    /** {@code PORT = 8000}, {@code Command.default_port = "8000"}, {@code API_PORT: int = 9000}. */
    private static Optional<Integer> assigned(PythonLine line) {
        int sign = Constructors.assignment(line);
        if (sign < 0 || sign + 2 != line.tokens().size()) {
            return Optional.empty();
        }
        List<Token> tokens = line.tokens();
        boolean manage = Tokens.matches(tokens, sign - 1, "default_port", "=");
        boolean plain =
                Set.of("PORT", "API_PORT", "SERVER_PORT", "HTTP_PORT", "APP_PORT")
                        .contains(tokens.get(0).text());
        return manage || plain ? number(tokens.get(sign + 1)) : Optional.empty();
    }

    private static int call(PythonLine line, String name) {
        int at = line.find(name, "(");
        return at < 0 ? -1 : at + 1;
    }

    private static Optional<Integer> number(Token token) {
        boolean digits =
                (token.kind() == Kind.NUMBER || token.isString())
                        && token.text().matches("[0-9]{2,5}");
        return digits
                ? Optional.of(Integer.parseInt(token.text()))
                        .filter(port -> port >= LOWEST && port <= 65535)
                : Optional.empty();
    }
}
