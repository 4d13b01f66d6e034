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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the port that a server listens on from its sources. */
final class GoPorts {
    private static final Pattern TAG_VARIABLE =
            Pattern.compile("(?:env|envconfig|mapstructure|yaml|json|long|arg):\"([\\w.-]+)[\",]");
    private static final Pattern TAG_DEFAULT =
            Pattern.compile("(?:envDefault|env-default|default):\"([^\"]*)\"");
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
    private static final Set<String> FLAGS = Set.of("Int", "Uint", "Uint16", "String");
    private static final Set<String> ADDRESS_NAMES =
            Set.of("addr", "address", "bind", "http", "listen", "http-addr", "listen-addr");
    private static final int WINDOW = 45;

    private final List<SourceFile> sources;
    private final GoNumbers numbers;
    private final List<Found> found = new ArrayList<>();
    private final List<String> variables = new ArrayList<>();

    /** A port, how directly it is said (0 most), and where. */
    record Found(int port, int rank, String source) {}

    GoPorts(List<SourceFile> sources) {
        this.sources = sources;
        this.numbers = new GoNumbers(new GoConstants(sources));
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
                    fromFlag(source, i);
                    fromDefault(source, i);
                    fromListening(source, i);
                }
                fromName(source, i);
            }
        }
        found.sort(Comparator.comparingInt(Found::rank));
        return found;
    }

    /** Returns the place where a variable for the port is read; only after {@link #read}. */
    Optional<String> variable() {
        return variables.stream().findFirst();
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
        variables.add(source.place(at));
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

    /** {@code Port int `env:"PORT" envDefault:"8080"`}. */
    private void fromTag(SourceFile source, int at) {
        String tag = source.tokens().get(at).text();
        Matcher value = TAG_DEFAULT.matcher(tag);
        if (!value.find() || at < 2) {
            return;
        }
        Matcher name = TAG_VARIABLE.matcher(tag);
        String field = source.tokens().get(at - 2).text();
        String said = name.find() ? name.group(1) : field;
        OptionalInt port = GoNumbers.address(value.group(1));
        if (PortName.isPort(said) || PortName.isPort(field)) {
            port = port.isPresent() ? port : GoNumbers.number(value.group(1));
        } else if (!isAddressName(said) && !isAddressName(field)) {
            return;
        }
        if (port.isPresent()) {
            variables.add(source.place(at));
            add(port.getAsInt(), PortName.rank(said), source, at);
        }
    }

    /** {@code flag.Int("port", 8080, …)}, {@code flags.StringVarP(&a, "addr", "a", ":8080", …)}. */
    private void fromFlag(SourceFile source, int at) {
        List<Token> tokens = source.tokens();
        String kind = tokens.get(at).text().replaceFirst("P$", "").replaceFirst("Var$", "");
        if (!FLAGS.contains(kind) || !Tokens.matches(tokens, at + 1, "(")) {
            return;
        }
        int end = Tokens.closing(tokens, at + 1);
        String name = null;
        for (int i = at + 2; i < end; i++) {
            Token token = tokens.get(i);
            if (name == null && token.isString()) {
                name = token.text();
                if (!PortName.isPort(name) && !isAddressName(name)) {
                    return;
                }
            } else if (name != null) {
                OptionalInt port =
                        PortName.isPort(name)
                                ? numbers.portOrAddress(token)
                                : numbers.address(token);
                if (port.isPresent() && port.getAsInt() > 0) {
                    add(
                            port.getAsInt(),
                            PortName.isPort(name) ? PortName.rank(name) : 1,
                            source,
                            i);
                    return;
                }
            }
        }
    }

    /** {@code viper.SetDefault("server.port", 8080)}. */
    private void fromDefault(SourceFile source, int at) {
        List<Token> tokens = source.tokens();
        boolean call =
                tokens.get(at).text().equals("SetDefault")
                        && Tokens.matches(tokens, at + 1, "(")
                        && at + 4 < tokens.size()
                        && tokens.get(at + 2).isString();
        if (call && PortName.isPort(tokens.get(at + 2).text())) {
            int rank = PortName.rank(tokens.get(at + 2).text());
            numbers.portOrAddress(tokens.get(at + 4)).ifPresent(p -> add(p, rank, source, at));
        }
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
            variables.add(source.place(at));
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
        found.add(new Found(port, rank, source.place(at)));
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

    private static boolean isAddressName(String name) {
        return ADDRESS_NAMES.contains(name.toLowerCase(Locale.ROOT));
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
