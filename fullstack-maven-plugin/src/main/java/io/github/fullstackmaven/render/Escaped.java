package io.github.fullstackmaven.render;

/**
 * Text that was made safe for one place in one format. Templates insert nothing else, besides whole
 * numbers.
 */
public final class Escaped {
    private final String text;

    Escaped(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
