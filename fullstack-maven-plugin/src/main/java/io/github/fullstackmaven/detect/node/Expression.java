package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.detect.source.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What can be read from an expression that gives a port.
 *
 * @param number the number, or the default beside a variable
 * @param variable the variable of the environment
 */
record Expression(OptionalInt number, Optional<String> variable) {
    private static final Pattern DIGITS = Pattern.compile("\\d{2,5}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]*PORT[A-Z0-9_]*|PORT");
    private static final int HIGHEST = 65_535;

    static Expression of(List<Token> tokens) {
        int number = 0;
        Optional<String> variable = Optional.empty();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean value = token.kind() == Token.Kind.NUMBER || token.isString();
            if (value && DIGITS.matcher(token.text()).matches()) {
                int found = Integer.parseInt(token.text());
                number = found <= HIGHEST ? Math.max(number, found) : number;
            }
            boolean environment =
                    Tokens.matches(tokens, i - 2, "env", ".")
                            || Tokens.matches(tokens, i - 2, "env", "[");
            boolean asked =
                    token.isString()
                            && i > 1
                            && tokens.get(i - 1).isSign("(")
                            && VARIABLE.matcher(token.text()).matches();
            if (variable.isEmpty() && (environment || asked)) {
                variable = Optional.of(token.text());
            }
        }
        // The radix of parseInt is a number as well, and no port.
        return new Expression(number > 36 ? OptionalInt.of(number) : OptionalInt.empty(), variable);
    }

    boolean isKnown() {
        return number.isPresent() || variable.isPresent();
    }
}
