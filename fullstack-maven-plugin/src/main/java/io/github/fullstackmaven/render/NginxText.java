package io.github.fullstackmaven.render;

import java.util.regex.Pattern;

/** Escapes for an nginx configuration. nginx cannot escape {@code $}, so that is refused. */
public final class NginxText {
    private static final String FORMAT = "an nginx configuration";

    /** What RFC 3986 lets stand in a path, without {@code $}. */
    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._~!&'()*+,;=:@%/-]*");

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");

    /** Returns a string in double quotes. */
    public Escaped quoted(String value) {
        return new Escaped('"' + inner(value) + '"');
    }

    /** Returns the path of a URL, to stand inside double quotes. */
    public Escaped path(String value) {
        if (!PATH.matcher(value).matches()) {
            throw Refusal.of(FORMAT, "a path", value);
        }
        return new Escaped(inner(value));
    }

    /** Returns the name of an upstream; a service's name is one. */
    public Escaped name(String value) {
        if (!NAME.matcher(value).matches()) {
            throw Refusal.of(FORMAT, "a name", value);
        }
        return new Escaped(value);
    }

    private static String inner(String value) {
        if (value.indexOf('$') >= 0 || value.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.of(FORMAT, "a value", value);
        }
        return value.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
