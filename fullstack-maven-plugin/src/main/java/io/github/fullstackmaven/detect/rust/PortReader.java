package io.github.fullstackmaven.detect.rust;

import io.github.fullstackmaven.detect.source.PortName;
import io.github.fullstackmaven.detect.source.SourceFile;
import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.detect.source.Token.Kind;
import io.github.fullstackmaven.detect.source.Tokens;
import io.github.fullstackmaven.model.Sourced;
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
final class PortReader {
    private static final Pattern ADDRESS =
            Pattern.compile("(?:[\\w.-]*|\\[[0-9a-fA-F:.]*\\]):(\\d{1,5})");
    private static final Set<String> LISTENING = Set.of("bind", "bind_rustls", "run", "listen");
    private static final int WINDOW = 40;

    private final List<SourceFile> sources;
    private final Constants constants;
    private final List<Found> found = new ArrayList<>();
    private final List<String> variables = new ArrayList<>();

    /** A port, how directly it is said (0 most), and where. */
    record Found(int port, int rank, String source) {}

    PortReader(List<SourceFile> sources) {
        this.sources = sources;
        this.constants = new Constants(sources);
    }

    /** Returns every port that is read, the most direct and earliest first. */
    List<Found> read() {
        for (SourceFile source : sources) {
            for (int i = 0; i < source.tokens().size(); i++) {
                fromEnvironment(source, i);
                fromAttribute(source, i);
                fromBind(source, i);
                fromAddress(source, i);
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

    /** Returns the port with its source. */
    static Optional<Sourced<Integer>> best(List<Found> ports) {
        return ports.stream().findFirst().map(port -> new Sourced<>(port.port(), port.source()));
    }

    /** {@code env::var("PORT")… unwrap_or(3000)}, or a match with {@code Err(_) => 3000}. */
    private void fromEnvironment(SourceFile source, int at) {
        List<Token> tokens = source.tokens();
        if (!tokens.get(at).isString() || !PortName.isPort(tokens.get(at).text())) {
            return;
        }
        int rank = PortName.rank(tokens.get(at).text());
        if (!isReadFromEnvironment(tokens, at)) {
            return;
        }
        variables.add(source.place(at));
        boolean fallback = false;
        for (int i = at + 1; i < Math.min(tokens.size(), at + WINDOW); i++) {
            Token token = tokens.get(i);
            if (token.isWord("var") || (token.isSign(";") && fallback)) {
                return;
            }
            fallback |=
                    token.kind() == Kind.WORD
                            && (token.text().startsWith("unwrap_or")
                                    || token.text().startsWith("map_or")
                                    || token.text().equals("or_else")
                                    || token.text().equals("or")
                                    || token.text().equals("Err")
                                    || token.text().equals("None")
                                    || token.text().equals("else"));
            boolean direct = i == at + 2 && tokens.get(at + 1).isSign(",");
            OptionalInt port = fallback || direct ? port(token) : OptionalInt.empty();
            if (port.isPresent()) {
                found.add(new Found(port.getAsInt(), rank, source.place(at)));
                return;
            }
        }
    }

    /** {@code #[arg(env = "PORT", default_value_t = 3000)] port: u16}. */
    private void fromAttribute(SourceFile source, int at) {
        List<Token> tokens = source.tokens();
        Token word = tokens.get(at);
        boolean fallback =
                (word.isWord("default_value") || word.isWord("default_value_t"))
                        && at + 2 < tokens.size()
                        && tokens.get(at + 1).isSign("=");
        if (!fallback) {
            return;
        }
        OptionalInt port = port(tokens.get(at + 2));
        int end = Math.min(tokens.size(), at + WINDOW);
        int colon = at;
        while (colon < end && !tokens.get(colon).isSign(":")) {
            colon++;
        }
        String field = tokens.get(colon - 1).text();
        if (colon < end && PortName.isPort(field) && port.isPresent()) {
            int rank = PortName.rank(field) + 1;
            found.add(new Found(port.getAsInt(), rank, source.place(at)));
        }
    }

    /** {@code bind("0.0.0.0:3000")}, {@code bind(("0.0.0.0", 3000))}. */
    private void fromBind(SourceFile source, int at) {
        List<Token> tokens = source.tokens();
        boolean call =
                tokens.get(at).kind() == Kind.WORD
                        && LISTENING.contains(tokens.get(at).text())
                        && Tokens.matches(tokens, at + 1, "(");
        if (!call) {
            return;
        }
        int first = at + 2;
        while (first < tokens.size() && tokens.get(first).isSign("&")) {
            first++;
        }
        if (first < tokens.size() && tokens.get(first).isSign("(")) {
            int close = Tokens.closing(tokens, first);
            int last = tokens.get(close - 1).isSign(",") ? close - 2 : close - 1;
            if (tokens.get(last - 1).isSign(",")) {
                port(tokens.get(last)).ifPresent(p -> add(p, 2, source, last));
            }
        } else if (first < tokens.size()) {
            Token argument = tokens.get(first);
            Optional<Token> text =
                    argument.isString() ? Optional.of(argument) : constants.string(argument.text());
            text.map(Token::text)
                    .map(PortReader::portOfAddress)
                    .filter(OptionalInt::isPresent)
                    .ifPresent(p -> add(p.getAsInt(), 2, source, at));
        }
    }

    /** {@code SocketAddr::from(([0, 0, 0, 0], 3000))}, {@code let addr = "0.0.0.0:3000"}. */
    private void fromAddress(SourceFile source, int at) {
        List<Token> tokens = source.tokens();
        Token token = tokens.get(at);
        if (token.isSign("]") && Tokens.matches(tokens, at + 1, ",") && at >= 8) {
            boolean address = tokens.get(at - 8).isSign("[") && at + 2 < tokens.size();
            for (int i = at - 7; address && i < at; i += 2) {
                address = tokens.get(i).kind() == Kind.NUMBER;
            }
            if (address) {
                port(tokens.get(at + 2)).ifPresent(p -> add(p, 2, source, at + 2));
            }
        }
        if (token.isString() && !token.text().isEmpty()) {
            OptionalInt port = portOfAddress(token.text());
            if (port.isPresent() && isAboutListening(tokens, at)) {
                add(port.getAsInt(), 3, source, at);
            }
        }
    }

    /**
     * {@code const PORT: u16 = 3000}, {@code fn default_port() -> u16 { 3000 }}, {@code Config {
     * port: 3000 }}.
     */
    private void fromName(SourceFile source, int at) {
        List<Token> tokens = source.tokens();
        Token token = tokens.get(at);
        if (token.kind() != Kind.WORD || !PortName.isPort(token.text())) {
            return;
        }
        int value = -1;
        int directness = 4;
        if (Tokens.matches(tokens, at + 1, "(", ")", "->", "u16", "{")) {
            value = at + 6;
        } else if (Tokens.matches(tokens, at + 1, ":", "u16", "=")) {
            value = at + 4;
        } else if (Tokens.matches(tokens, at + 1, "=")) {
            value = at + 2;
        } else if (Tokens.matches(tokens, at + 1, ":")) {
            // The field of a value may be of anything: of what is asked for, or of a device.
            value = at + 2;
            directness = 6;
        }
        if (value > 0 && value < tokens.size() && tokens.get(value).kind() == Kind.NUMBER) {
            OptionalInt port = port(tokens.get(value));
            int place = value;
            int rank = PortName.rank(token.text()) + directness;
            port.ifPresent(p -> add(p, rank, source, place));
        }
    }

    private void add(int port, int rank, SourceFile source, int at) {
        found.add(new Found(port, rank, source.place(at)));
    }

    private OptionalInt port(Token token) {
        if (token.kind() == Kind.NUMBER || token.isString()) {
            return port(token.text());
        }
        if (token.kind() == Kind.WORD) {
            return constants
                    .number(token.text())
                    .map(t -> port(t.text()))
                    .orElse(OptionalInt.empty());
        }
        return OptionalInt.empty();
    }

    private static OptionalInt port(String text) {
        if (text.isEmpty() || text.length() > 5 || !text.chars().allMatch(Character::isDigit)) {
            return OptionalInt.empty();
        }
        int port = Integer.parseInt(text);
        return port >= 1 && port <= 65535 ? OptionalInt.of(port) : OptionalInt.empty();
    }

    private static OptionalInt portOfAddress(String text) {
        Matcher address = ADDRESS.matcher(text);
        return address.matches() ? port(address.group(1)) : OptionalInt.empty();
    }

    private static boolean isReadFromEnvironment(List<Token> tokens, int at) {
        for (int i = Math.max(0, at - 7); i < at; i++) {
            String word = tokens.get(i).text().toLowerCase(Locale.ROOT);
            boolean reads = word.contains("var") || word.contains("env");
            if (tokens.get(i).kind() == Kind.WORD && reads) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAboutListening(List<Token> tokens, int at) {
        for (int i = Math.max(0, at - 14); i < at; i++) {
            String word = tokens.get(i).text().toLowerCase(Locale.ROOT);
            if (tokens.get(i).isSign(";")) {
                continue;
            }
            if (word.contains("bind") || word.contains("listen") || word.contains("addr")) {
                return true;
            }
        }
        return false;
    }
}
