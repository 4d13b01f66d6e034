package io.github.fullstackmaven.check;

/**
 * A text file of the built bundle.
 *
 * @param path relative to the bundle, with {@code /}
 * @param text its content
 */
public record Page(String path, String text) {
    /** Returns true for a document that a browser shows. */
    public boolean isHtml() {
        return path.endsWith(".html") || path.endsWith(".htm");
    }
}
