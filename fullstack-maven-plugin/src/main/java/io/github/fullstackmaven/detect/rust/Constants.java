package io.github.fullstackmaven.detect.rust;

import io.github.fullstackmaven.detect.source.SourceFile;
import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.detect.source.Token.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The constants and plain variables of the sources whose value is a literal. */
final class Constants {
    private final Map<String, Token> values = new HashMap<>();

    Constants(List<SourceFile> sources) {
        for (SourceFile source : sources) {
            List<Token> tokens = source.tokens();
            for (int i = 0; i + 2 < tokens.size(); i++) {
                Token word = tokens.get(i);
                if (word.isWord("const") || word.isWord("static") || word.isWord("let")) {
                    read(tokens, i + 1);
                }
            }
        }
    }

    Optional<Token> number(String name) {
        return value(name, Kind.NUMBER).or(() -> value(name, Kind.STRING));
    }

    Optional<Token> string(String name) {
        return value(name, Kind.STRING);
    }

    private Optional<Token> value(String name, Kind kind) {
        return Optional.ofNullable(values.get(name)).filter(token -> token.kind() == kind);
    }

    private void read(List<Token> tokens, int at) {
        int name = tokens.get(at).isWord("mut") ? at + 1 : at;
        int equals = name + 1;
        while (equals < tokens.size() && equals < name + 8 && !tokens.get(equals).isSign("=")) {
            equals++;
        }
        boolean literal =
                equals + 2 < tokens.size()
                        && tokens.get(equals).isSign("=")
                        && (tokens.get(equals + 2).isSign(";")
                                || tokens.get(equals + 2).isSign("."));
        if (literal && tokens.get(name).kind() == Kind.WORD) {
            values.putIfAbsent(tokens.get(name).text(), tokens.get(equals + 1));
        }
    }
}
