package io.github.fullstackmaven.render;

import java.util.regex.Pattern;

/** Escapes for the list of what is left out of a build context. */
public final class IgnoreText {
    private static final Pattern UNSAFE = Pattern.compile("[*?\\[\\]\\\\!#]|^\\s|\\s$");

    /** Returns a path that means itself. */
    public Escaped path(String value) {
        if (UNSAFE.matcher(value).find() || value.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.of("a .dockerignore", "a path", value);
        }
        return new Escaped(value);
    }
}
