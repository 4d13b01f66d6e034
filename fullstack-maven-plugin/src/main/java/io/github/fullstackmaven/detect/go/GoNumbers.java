package io.github.fullstackmaven.detect.go;

import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.detect.source.Token.Kind;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ports that literals and names of literals say: {@code 8080}, {@code ":8080"}. */
final class GoNumbers {
    private static final Pattern ADDRESS =
            Pattern.compile("(?:[\\w.-]*|\\[[0-9a-fA-F:.]*\\]):(\\d{1,5})");

    private final GoConstants constants;

    GoNumbers(GoConstants constants) {
        this.constants = constants;
    }

    OptionalInt portOrAddress(Token token) {
        OptionalInt port = port(token);
        return port.isPresent() ? port : address(token);
    }

    OptionalInt port(Token token) {
        return literal(token).map(t -> number(t.text())).orElse(OptionalInt.empty());
    }

    OptionalInt address(Token token) {
        return literal(token)
                .filter(Token::isString)
                .map(t -> address(t.text()))
                .orElse(OptionalInt.empty());
    }

    static OptionalInt number(String text) {
        if (text.isEmpty() || text.length() > 5 || !text.chars().allMatch(Character::isDigit)) {
            return OptionalInt.empty();
        }
        int port = Integer.parseInt(text);
        return port >= 1 && port <= 65535 ? OptionalInt.of(port) : OptionalInt.empty();
    }

    static OptionalInt address(String text) {
        Matcher address = ADDRESS.matcher(text);
        return address.matches() ? number(address.group(1)) : OptionalInt.empty();
    }

    private Optional<Token> literal(Token token) {
        if (GoConstants.isLiteral(token)) {
            return Optional.of(token);
        }
        return token.kind() == Kind.WORD ? constants.value(token.text()) : Optional.empty();
    }
}
