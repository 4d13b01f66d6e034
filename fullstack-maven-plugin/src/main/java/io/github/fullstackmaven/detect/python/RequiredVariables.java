package io.github.fullstackmaven.detect.python;

import io.github.fullstackmaven.detect.source.PythonLine;
import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.detect.source.Token.Kind;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The variables without which settings cannot be loaded: those that are read without a default. */
final class RequiredVariables {
    private static final Set<String> READING =
            Set.of("env", "config", "str", "bool", "int", "list", "db", "db_url", "url");

    private RequiredVariables() {}

    static SortedSet<String> in(List<PythonFile> files) {
        SortedSet<String> names = new TreeSet<>();
        for (PythonFile file : files) {
            for (PythonLine line : file.lines()) {
                List<Token> tokens = line.tokens();
                for (int i = 2; i + 1 < tokens.size(); i++) {
                    Token token = tokens.get(i);
                    if (token.isString()
                            && token.text().matches("[A-Z][A-Z0-9_]*")
                            && required(tokens, i)) {
                        names.add(token.text());
                    }
                }
            }
        }
        return names;
    }

    /** {@code os.environ["X"]}, {@code env("X")}, {@code env.str("X")}, {@code config("X")}. */
    private static boolean required(List<Token> tokens, int at) {
        Token before = tokens.get(at - 1);
        Token call = tokens.get(at - 2);
        boolean item =
                before.isSign("[") && call.isWord("environ") && tokens.get(at + 1).isSign("]");
        boolean function =
                before.isSign("(")
                        && call.kind() == Kind.WORD
                        && READING.contains(call.text())
                        && tokens.get(at + 1).isSign(")");
        return item || function;
    }
}
