package io.github.fullstackmaven.detect.go;

import io.github.fullstackmaven.detect.source.PortName;
import io.github.fullstackmaven.detect.source.SourceFile;
import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.detect.source.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The ports that flags of a command line, and settings with a default, say. */
final class GoFlags {
    private static final Set<String> KINDS = Set.of("Int", "Uint", "Uint16", "String");
    private static final Set<String> ADDRESS_NAMES =
            Set.of("addr", "address", "bind", "http", "listen", "http-addr", "listen-addr");

    private final GoNumbers numbers;

    GoFlags(GoNumbers numbers) {
        this.numbers = numbers;
    }

    /** Returns what the call says whose name stands here. */
    Optional<GoPorts.Found> at(SourceFile source, int at) {
        return flag(source, at).or(() -> setting(source, at));
    }

    /** {@code flag.Int("port", 8080, …)}, {@code flags.StringVarP(&a, "addr", "a", ":8080", …)}. */
    private Optional<GoPorts.Found> flag(SourceFile source, int at) {
        List<Token> tokens = source.tokens();
        String kind = tokens.get(at).text().replaceFirst("P$", "").replaceFirst("Var$", "");
        if (!KINDS.contains(kind) || !Tokens.matches(tokens, at + 1, "(")) {
            return Optional.empty();
        }
        int end = Tokens.closing(tokens, at + 1);
        String name = null;
        for (int i = at + 2; i < end; i++) {
            Token token = tokens.get(i);
            if (name == null && token.isString()) {
                name = token.text();
                if (!PortName.isPort(name) && !isAddressName(name)) {
                    return Optional.empty();
                }
            } else if (name != null) {
                OptionalInt port =
                        PortName.isPort(name)
                                ? numbers.portOrAddress(token)
                                : numbers.address(token);
                if (port.isPresent()) {
                    int rank = PortName.isPort(name) ? PortName.rank(name) : 1;
                    return Optional.of(new GoPorts.Found(port.getAsInt(), rank, source.place(i)));
                }
            }
        }
        return Optional.empty();
    }

    /** {@code viper.SetDefault("server.port", 8080)}. */
    private Optional<GoPorts.Found> setting(SourceFile source, int at) {
        List<Token> tokens = source.tokens();
        boolean call =
                tokens.get(at).text().equals("SetDefault")
                        && Tokens.matches(tokens, at + 1, "(")
                        && at + 4 < tokens.size()
                        && tokens.get(at + 2).isString()
                        && PortName.isPort(tokens.get(at + 2).text());
        OptionalInt port = call ? numbers.portOrAddress(tokens.get(at + 4)) : OptionalInt.empty();
        return port.isPresent()
                ? Optional.of(
                        new GoPorts.Found(
                                port.getAsInt(),
                                PortName.rank(tokens.get(at + 2).text()),
                                source.place(at)))
                : Optional.empty();
    }

    static boolean isAddressName(String name) {
        return ADDRESS_NAMES.contains(name.toLowerCase(Locale.ROOT));
    }
}
