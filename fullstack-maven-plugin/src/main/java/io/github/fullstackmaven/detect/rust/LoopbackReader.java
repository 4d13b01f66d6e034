package io.github.fullstackmaven.detect.rust;

import io.github.fullstackmaven.detect.source.SourceFile;
import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.detect.source.Token.Kind;
import io.github.fullstackmaven.detect.source.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the place where a server binds to an address that nobody else can reach. */
final class LoopbackReader {
    private static final Set<String> LISTENING = Set.of("bind", "run", "listen", "format");

    private LoopbackReader() {}

    /** Returns {@code file:line}; empty when the server can be reached or nothing is known. */
    static Optional<String> read(List<SourceFile> sources) {
        Optional<String> place = Optional.empty();
        for (SourceFile source : sources) {
            for (int i = 0; i < source.tokens().size(); i++) {
                String text = source.tokens().get(i).text();
                boolean string = source.tokens().get(i).isString();
                if (string
                        && (text.startsWith("0.0.0.0")
                                || text.startsWith("[::]")
                                || text.equals("::"))) {
                    return Optional.empty();
                }
                if (Tokens.matches(source.tokens(), i, "[") && isAddress(source.tokens(), i, "0")) {
                    return Optional.empty();
                }
                if (place.isEmpty() && isLoopback(source.tokens(), i)) {
                    place = Optional.of(source.place(i));
                }
            }
        }
        return place;
    }

    private static boolean isLoopback(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        if (token.isSign("[")) {
            return isAddress(tokens, at, "127");
        }
        if (!token.isString() || at < 2) {
            return false;
        }
        String text = token.text();
        boolean local =
                text.startsWith("127.0.0.1")
                        || text.startsWith("localhost")
                        || text.startsWith("[::1]");
        for (int i = Math.max(0, at - 4); local && i < at; i++) {
            if (tokens.get(i).kind() == Kind.WORD && LISTENING.contains(tokens.get(i).text())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAddress(List<Token> tokens, int open, String first) {
        if (open + 8 >= tokens.size() || !tokens.get(open + 8).isSign("]")) {
            return false;
        }
        for (int i = open + 1; i < open + 8; i += 2) {
            if (tokens.get(i).kind() != Kind.NUMBER) {
                return false;
            }
        }
        return tokens.get(open + 1).text().equals(first);
    }
}
