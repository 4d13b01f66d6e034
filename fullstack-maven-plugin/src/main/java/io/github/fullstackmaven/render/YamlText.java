package io.github.fullstackmaven.render;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** Escapes for a compose file in YAML. */
public final class YamlText {
    private static final Set<String> WORDS =
            Set.of("false", "n", "no", "null", "off", "on", "true", "y", "yes");

    /** Returns a key, as it is. */
    public Escaped key(String value) {
        return new Escaped(quote(value));
    }

    /**
     * Returns a name of letters, digits and hyphens as a key, plain where YAML takes it for text.
     */
    public Escaped name(String value) {
        boolean plain = value.matches("[a-z][a-z0-9-]*") && !WORDS.contains(value);
        return plain ? new Escaped(value) : key(value);
    }

    /** Returns a value; compose does not take {@code $} in it for a variable. */
    public Escaped value(String value) {
        return new Escaped(quote(value.replace("$", "$$")));
    }

    /** Returns a span of time. */
    public Escaped duration(Duration duration) {
        return new Escaped(duration.toSeconds() + "s");
    }

    /** Returns {@code true} or {@code false}. */
    public Escaped flag(boolean flag) {
        return new Escaped(String.valueOf(flag));
    }

    private static String quote(String value) {
        StringBuilder yaml = new StringBuilder("\"");
        value.codePoints()
                .forEach(
                        c -> {
                            if (c == '"' || c == '\\') {
                                yaml.append('\\').appendCodePoint(c);
                            } else if (c == '\n') {
                                yaml.append("\\n");
                            } else if (c == '\t') {
                                yaml.append("\\t");
                            } else if (isPlain(c)) {
                                yaml.appendCodePoint(c);
                            } else if (c > 0xffff) {
                                yaml.append(String.format(Locale.ROOT, "\\U%08x", c));
                            } else {
                                yaml.append(String.format(Locale.ROOT, "\\u%04x", c));
                            }
                        });
        return yaml.append('"').toString();
    }

    /** Letters and the like; not what ends a line or cannot be printed. */
    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    false;
            default -> c <= 0xffff;
        };
    }
}
