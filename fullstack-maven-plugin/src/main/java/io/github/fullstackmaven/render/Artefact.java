package io.github.fullstackmaven.render;

/**
 * A rendered file.
 *
 * @param path relative to the output directory, with {@code /}
 * @param text the content
 * @param executable whether it is a program
 */
public record Artefact(String path, String text, boolean executable) {
    /** Returns a file that is only read. */
    public static Artefact file(String path, String text) {
        return new Artefact(path, text, false);
    }

    /** Returns a program. */
    public static Artefact program(String path, String text) {
        return new Artefact(path, text, true);
    }
}
