package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.detect.evidence.DevProxy;
import io.github.fullstackmaven.detect.evidence.TargetVariable;
import io.github.fullstackmaven.detect.source.JsProperties;
import io.github.fullstackmaven.detect.source.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table of prefixes and targets, as dev servers have it in their configuration. */
final class ProxyTable {
    private static final Pattern PORT = Pattern.compile("^[a-z]+://[^/]*?:(\\d{1,5})(?:/|$)");
    private static final Pattern PREFIX = Pattern.compile("\\^?(/[A-Za-z0-9._~/-]*)");

    private static final Pattern VARIABLE =
            Pattern.compile("(:\\$\\{)?\\b(?:process\\.)?env\\.([A-Z][A-Z0-9_]*)");

    private final String file;
    private final JsProperties properties;

    ProxyTable(String file, JsProperties properties) {
        this.file = file;
        this.properties = properties;
    }

    /** Returns the rows of the table that lies below these keys, in the order of the file. */
    List<DevProxy> below(String... keys) {
        List<DevProxy> found = new ArrayList<>();
        for (JsProperties.Property property : properties.all()) {
            int size = property.path().size();
            boolean row =
                    size > keys.length
                            && property.path()
                                    .subList(size - 1 - keys.length, size - 1)
                                    .equals(List.of(keys));
            boolean top = keys.length > 0 || size == 1;
            if (row && top) {
                proxy(property, String.join(".", keys)).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<DevProxy> proxy(JsProperties.Property property, String table) {
        String key = property.path().get(property.path().size() - 1);
        Matcher prefix = PREFIX.matcher(key);
        if (!prefix.lookingAt()) {
            return Optional.empty();
        }
        List<Token> target = property.value();
        boolean strips = false;
        if (!target.isEmpty() && target.get(0).isSign("{")) {
            target = inside(key, "target").orElse(List.of());
            strips =
                    inside(key, "rewrite").map(value -> takesOff(value)).orElse(false)
                            || inside(key, "pathRewrite")
                                    .map(value -> empties(value))
                                    .orElse(false);
        }
        OptionalInt port =
                properties.text(target).map(ProxyTable::port).orElse(OptionalInt.empty());
        return Optional.of(
                new DevProxy(
                        tidy(prefix.group(1)),
                        port,
                        strips,
                        file,
                        table,
                        property.line(),
                        variable(properties.resolved(target))));
    }

    /** {@code process.env.API_URL ?? …}, or {@code env.API_PORT} in a template of an address. */
    private static Optional<TargetVariable> variable(List<Token> target) {
        StringBuilder text = new StringBuilder();
        target.forEach(token -> text.append(token.text()));
        Matcher variable = VARIABLE.matcher(text);
        return variable.find()
                ? Optional.of(new TargetVariable(variable.group(2), variable.group(1) != null))
                : Optional.empty();
    }

    private Optional<List<Token>> inside(String key, String name) {
        return properties.all().stream()
                .filter(property -> property.endsWith(key, name))
                .findFirst()
                .map(JsProperties.Property::value);
    }

    /** {@code path.replace(/^\/api/, '')}: the replacement is empty or a single slash. */
    private static boolean takesOff(List<Token> rewrite) {
        for (int i = 0; i + 3 < rewrite.size(); i++) {
            if (rewrite.get(i).isWord("replace") && rewrite.get(i + 1).isSign("(")) {
                Token with = rewrite.get(Math.min(i + 4, rewrite.size() - 1));
                return isEmpty(with);
            }
            if (rewrite.get(i).isWord("slice") || rewrite.get(i).isWord("substring")) {
                return true;
            }
        }
        return false;
    }

    /** <code>{'^/api': ''}</code>. */
    private static boolean empties(List<Token> rewrite) {
        for (int i = 2; i < rewrite.size(); i++) {
            if (rewrite.get(i - 1).isSign(":") && isEmpty(rewrite.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEmpty(Token with) {
        return with.isString() && (with.text().isEmpty() || with.text().equals("/"));
    }

    /** Returns a path without the slashes at its end. */
    static String tidy(String path) {
        String tidy = path;
        while (tidy.length() > 1 && tidy.endsWith("/")) {
            tidy = tidy.substring(0, tidy.length() - 1);
        }
        return tidy;
    }

    /** Returns the port of an address. */
    static OptionalInt port(String url) {
        Matcher port = PORT.matcher(url);
        if (!port.find()) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(port.group(1));
        return number >= 1 && number <= 65535 ? OptionalInt.of(number) : OptionalInt.empty();
    }
}
