package io.github.fullstackmaven.detect.go;

import io.github.fullstackmaven.detect.source.SourceFile;
import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.detect.source.Token.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the place where a server binds to an address that nobody else can reach. */
final class GoLoopback {
    private static final Set<String> LISTENING =
            Set.of("Addr", "Listen", "ListenAndServe", "ListenAndServeTLS", "Run", "Start");
    private static final Pattern LOCAL =
            Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1\\])(:(\\d+|%\\w)?)?");
    private static final Pattern OPEN =
            Pattern.compile("(0\\.0\\.0\\.0|\\[::\\])?(:(\\d+|%\\w)?)?|0\\.0\\.0\\.0");

    private GoLoopback() {}

    /** Returns {@code file:line}; empty when the server can be reached or nothing is known. */
    static Optional<String> read(List<SourceFile> sources) {
        Optional<String> place = Optional.empty();
        for (SourceFile source : sources) {
            for (int i = 2; i < source.tokens().size(); i++) {
                Token token = source.tokens().get(i);
                if (!token.isString() || token.text().isEmpty()) {
                    continue;
                }
                if (token.text().startsWith("0.0.0.0")
                        || (isListening(source.tokens(), i)
                                && OPEN.matcher(token.text()).matches())) {
                    return Optional.empty();
                }
                if (place.isEmpty()
                        && isListening(source.tokens(), i)
                        && LOCAL.matcher(token.text()).matches()) {
                    place = Optional.of(source.place(i));
                }
            }
        }
        return place;
    }

    private static boolean isListening(List<Token> tokens, int at) {
        for (int i = Math.max(0, at - 5); i < at; i++) {
            Token token = tokens.get(i);
            if (token.kind() == Kind.WORD && LISTENING.contains(token.text())) {
                return true;
            }
        }
        return false;
    }
}
