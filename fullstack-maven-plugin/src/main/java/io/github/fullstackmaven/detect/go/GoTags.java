package io.github.fullstackmaven.detect.go;

import io.github.fullstackmaven.detect.source.PortName;
import io.github.fullstackmaven.detect.source.SourceFile;
import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.detect.source.Token.Kind;
import io.github.fullstackmaven.detect.source.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the tag of a configuration's field says about the port: {@code Port int `env:"PORT"
 * envDefault:"8080"`}.
 */
final class GoTags {
    private static final Pattern VARIABLE =
            Pattern.compile("(?:env|envconfig):\"([A-Z][A-Z0-9_]*)[\",]");
    private static final Pattern NAME =
            Pattern.compile("(?:env|envconfig|mapstructure|yaml|json|long|arg):\"([\\w.-]+)[\",]");
    private static final Pattern DEFAULT =
            Pattern.compile("(?:envDefault|env-default|default):\"([^\"]*)\"");

    /** An address without a host is one to listen at, whatever else the field is called. */
    private static final Pattern LISTENING = Pattern.compile("\\w*(?:Addr|Address)");

    private static final Pattern LISTED_DEFAULT =
            Pattern.compile("\\bconf:\"(?:[^\"]*,)?default:([^\",]*)");

    /**
     * What is said.
     *
     * @param port the default
     * @param variable the variable of the environment that is read
     * @param rank how plainly it means the server's port, 0 most
     */
    record Said(OptionalInt port, Optional<String> variable, int rank) {}

    private GoTags() {}

    /** Returns what a string says that stands where a field has its tag. */
    static Optional<Said> at(SourceFile source, int at) {
        List<Token> tokens = source.tokens();
        String tag = tokens.get(at).text();
        if (at < 2 || !tag.contains(":\"")) {
            return Optional.empty();
        }
        String field = tokens.get(at - 2).text();
        Optional<String> variable = first(VARIABLE, tag);
        String name = variable.or(() -> first(NAME, tag)).orElse(field);
        Optional<String> value = first(DEFAULT, tag).or(() -> first(LISTED_DEFAULT, tag));
        OptionalInt port = value.map(GoNumbers::address).orElse(OptionalInt.empty());
        boolean isPort = PortName.isPort(name) || PortName.isPort(field);
        if (isPort && port.isEmpty()) {
            port = value.map(GoNumbers::number).orElse(OptionalInt.empty());
        }
        boolean isAddress =
                GoFlags.isAddressName(name)
                        || GoFlags.isAddressName(field)
                        || (LISTENING.matcher(field).matches()
                                && !PortName.isForeign(field)
                                && value.filter(address -> address.startsWith(":")).isPresent());
        boolean means = isPort || isAddress;
        if (!means || (port.isEmpty() && !isPort) || isOfAnother(tokens, at)) {
            return Optional.empty();
        }
        return Optional.of(new Said(port, variable.filter(v -> isPort), PortName.rank(name)));
    }

    private static Optional<String> first(Pattern pattern, String tag) {
        Matcher found = pattern.matcher(tag);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** The port of a {@code type DebugConfig struct} is not the server's. */
    private static boolean isOfAnother(List<Token> tokens, int at) {
        int open = Tokens.enclosing(tokens, at);
        boolean type =
                open >= 2
                        && tokens.get(open - 1).isWord("struct")
                        && tokens.get(open - 2).kind() == Kind.WORD;
        return type && PortName.isForeign(tokens.get(open - 2).text());
    }
}
