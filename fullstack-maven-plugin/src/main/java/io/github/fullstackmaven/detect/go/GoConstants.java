package io.github.fullstackmaven.detect.go;

import io.github.fullstackmaven.detect.source.SourceFile;
import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.detect.source.Token.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The constants and variables of the sources that are given a literal. */
final class GoConstants {
    private static final Set<String> ASSIGNING = Set.of("=", ":=");

    private final Map<String, Token> values = new HashMap<>();

    GoConstants(List<SourceFile> sources) {
        for (SourceFile source : sources) {
            List<Token> tokens = source.tokens();
            for (int i = 1; i + 2 < tokens.size(); i++) {
                boolean assigns =
                        tokens.get(i).kind() == Kind.SIGN
                                && ASSIGNING.contains(tokens.get(i).text());
                if (assigns && isLiteral(tokens.get(i + 1)) && tokens.get(i + 2).isSign(";")) {
                    put(tokens, i);
                }
            }
        }
    }

    /** Returns the literal that a name was given first. */
    Optional<Token> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    static boolean isLiteral(Token token) {
        return token.isString() || token.kind() == Kind.NUMBER;
    }

    /** {@code port = 1}, or {@code port int = 1} with a type between. */
    private void put(List<Token> tokens, int assignment) {
        Token before = tokens.get(assignment - 1);
        if (before.kind() != Kind.WORD) {
            return;
        }
        values.putIfAbsent(before.text(), tokens.get(assignment + 1));
        if (assignment >= 2 && tokens.get(assignment - 2).kind() == Kind.WORD) {
            values.putIfAbsent(tokens.get(assignment - 2).text(), tokens.get(assignment + 1));
        }
    }
}
