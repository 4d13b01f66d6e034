package io.github.fullstackmaven.detect.go;

import io.github.fullstackmaven.detect.source.PortName;
import io.github.fullstackmaven.detect.source.SourceFile;
import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.detect.source.Token.Kind;
import io.github.fullstackmaven.detect.source.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the port that a server listens on from its sources. */
final class GoPorts {
    private static final Set<String> LISTENING =
            Set.of(
                    "ListenAndServe",
                    "ListenAndServeTLS",
                    "Run",
                    "RunTLS",
                    "Listen",
                    "Start",
                    "StartServer",
                    "Serve");
    private static final int WINDOW = 45;
    private static final int LOWEST = 80;

    private final List<SourceFile> sources;
    private final GoNumbers numbers;
    private final GoFlags flags;
    private final List<Found> found = new ArrayList<>();
    private final List<Variable> variables = new ArrayList<>();

    /** A port, how directly it is said (0 most), and where. */
    record Found(int port, int rank, String source) {}

    /** A variable that the port is taken from, and where that is read. */
    record Variable(String name, String source) {}

    GoPorts(List<SourceFile> sources) {
        this.sources = sources;
        this.numbers = new GoNumbers(new GoConstants(sources));
        this.flags = new GoFlags(numbers);
    }

    /** Returns every port that is read, the most direct and earliest first. */
    List<Found> read() {
        for (SourceFile source : sources) {
            for (int i = 0; i < source.tokens().size(); i++) {
                Token token = source.tokens().get(i);
                if (token.isString()) {
                    fromEnvironment(source, i);
                    fromTag(source, i);
                    fromAddress(source, i);
                } else if (token.kind() == Kind.WORD) {
                    flags.at(source, i).ifPresent(found::add);
                    fromListening(source, i);
                }
                fromName(source, i);
            }
        }
        found.sort(Comparator.comparingInt(Found::rank));
        return found;
    }

    /**
     * Returns the variable that says the port: the plainest name; one of its own only where the
     * port was read there. Only after {@link #read}.
     */
    Optional<Variable> variable() {
        return variables.stream()
                .filter(v -> PortName.rank(v.name()) <= 1 || isSource(v.source()))
                .min(Comparator.comparingInt(v -> PortName.rank(v.name())));
    }

    private boolean isSource(String place) {
        return found.isEmpty() || found.get(0).source().equals(place);
    }

    private void variable(String name, SourceFile source, int at) {
        variables.add(new Variable(name, source.place(at)));
    }

    /** {@code os.Getenv("PORT")} with a fallback behind it, {@code env("PORT", "8080")}. */
    private void fromEnvironment(SourceFile source, int at) {
        List<Token> tokens = source.tokens();
        String name = tokens.get(at).text();
        boolean variable = PortName.isPort(name) && name.equals(name.toUpperCase(Locale.ROOT));
        if (!variable || !Tokens.matches(tokens, at - 1, "(") || at < 2) {
            return;
        }
        boolean direct = at + 2 < tokens.size() && tokens.get(at + 1).isSign(",");
        OptionalInt second = direct ? numbers.port(tokens.get(at + 2)) : OptionalInt.empty();
        if (second.isEmpty()
                && !tokens.get(at - 2).text().toLowerCase(Locale.ROOT).contains("env")) {
            return;
        }
        variable(name, source, at);
        if (second.isPresent()) {
            add(second.getAsInt(), PortName.rank(name), source, at);
            return;
        }
        boolean missing = false;
        for (int i = at + 1; i < Math.min(tokens.size(), at + WINDOW); i++) {
            Token token = tokens.get(i);
            if (token.isWord("Getenv") || token.isWord("LookupEnv") || token.isWord("func")) {
                return;
            }
            missing |=
                    token.isSign("==")
                            || token.isSign("!")
                            || token.isWord("else")
                            || Tokens.matches(tokens, at + 1, ")", ",");
            OptionalInt port = missing ? numbers.portOrAddress(token) : OptionalInt.empty();
            if (port.isPresent() && port.getAsInt() > 1) {
                add(port.getAsInt(), PortName.rank(name), source, at);
                return;
            }
        }
    }

    private void fromTag(SourceFile source, int at) {
        GoTags.at(source, at)
                .ifPresent(
                        said -> {
                            said.variable().ifPresent(name -> variable(name, source, at));
                            said.port().ifPresent(p -> add(p, said.rank(), source, at));
                        });
    }

    /** {@code http.ListenAndServe(":8080", …)}, {@code app.Listen(":3000")}, {@code Addr: …}. */
    private void fromListening(SourceFile source, int at) {
        List<Token> tokens = source.tokens();
        boolean field = tokens.get(at).isWord("Addr") && Tokens.matches(tokens, at + 1, ":");
        boolean call =
                LISTENING.contains(tokens.get(at).text()) && Tokens.matches(tokens, at + 1, "(");
        if (!field && !call) {
            return;
        }
        int end = call ? Tokens.closing(tokens, at + 1) : Math.min(tokens.size(), at + 12);
        for (int i = at + 2; i < end && !(field && isEnd(tokens.get(i))); i++) {
            boolean plain = i == at + 2 && tokens.get(at).text().startsWith("Listen");
            OptionalInt port =
                    plain ? numbers.portOrAddress(tokens.get(i)) : numbers.address(tokens.get(i));
            if (port.isEmpty() && isColon(tokens.get(i)) && i + 2 < tokens.size()) {
                port = lastPort(tokens, i + 1, end);
            }
            if (port.isPresent() && port.getAsInt() > 0) {
                add(port.getAsInt(), 2, source, i);
                return;
            }
        }
        boolean gin = tokens.get(at).isWord("Run") && Tokens.matches(tokens, at + 1, "(", ")");
        if (gin && tokens.size() > at && isFrom("github.com/gin-gonic/gin", source)) {
            variable("PORT", source, at);
            add(8080, 5, source, at);
        }
    }

    /** {@code ":" + port}, {@code fmt.Sprintf(":%d", port)}. */
    private OptionalInt lastPort(List<Token> tokens, int from, int end) {
        for (int i = from; i < Math.min(end, from + 8); i++) {
            OptionalInt port = numbers.port(tokens.get(i));
            if (port.isPresent()) {
                return port;
            }
        }
        return OptionalInt.empty();
    }

    private void fromAddress(SourceFile source, int at) {
        OptionalInt port = GoNumbers.address(source.tokens().get(at).text());
        if (port.isPresent() && port.getAsInt() > 0 && isAboutListening(source.tokens(), at)) {
            add(port.getAsInt(), 3, source, at);
        }
    }

    /** {@code const defaultPort = "8080"}, {@code Port: 8080}, {@code "port": 8080}. */
    private void fromName(SourceFile source, int at) {
        List<Token> tokens = source.tokens();
        Token token = tokens.get(at);
        boolean name = token.kind() == Kind.WORD || token.isString();
        if (!name || at + 2 >= tokens.size() || !PortName.isPort(token.text())) {
            return;
        }
        int sign = at + 1;
        if (tokens.get(sign).kind() == Kind.WORD) {
            sign++;
        }
        boolean assigns =
                tokens.get(sign).isSign("=")
                        || tokens.get(sign).isSign(":=")
                        || tokens.get(sign).isSign(":");
        if (assigns && sign + 1 < tokens.size() && GoConstants.isLiteral(tokens.get(sign + 1))) {
            int rank = PortName.rank(token.text()) + 4;
            numbers.portOrAddress(tokens.get(sign + 1)).ifPresent(p -> add(p, rank, source, at));
        }
    }

    private void add(int port, int rank, SourceFile source, int at) {
        // Below are the ports of other protocols, and placeholders.
        if (port >= LOWEST) {
            found.add(new Found(port, rank, source.place(at)));
        }
    }

    private static boolean isEnd(Token token) {
        return token.isSign(",") || token.isSign(";") || token.isSign("}");
    }

    private static boolean isColon(Token token) {
        return token.isString()
                && (token.text().endsWith(":")
                        || token.text().endsWith(":%d")
                        || token.text().endsWith(":%s")
                        || token.text().endsWith(":%v"));
    }

    private static boolean isFrom(String module, SourceFile source) {
        return source.tokens().stream().anyMatch(t -> t.isString() && t.text().equals(module));
    }

    private static boolean isAboutListening(List<Token> tokens, int at) {
        for (int i = Math.max(0, at - 6); i < at; i++) {
            String word = tokens.get(i).text().toLowerCase(Locale.ROOT);
            if (word.contains("remote") || word.contains("client")) {
                return false;
            }
            if (word.contains("bind") || word.contains("listen") || word.contains("addr")) {
                return true;
            }
        }
        return false;
    }
}
