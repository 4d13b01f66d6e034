package io.github.fullstackmaven.check;

import java.util.List;
import java.util.Locale;

/** Reads a file by what it is. */
final class Mentions {
    private Mentions() {}

    /** Returns the addresses that a file uses, in order. */
    static List<Mention> in(String path, String text) {
        if (!text.contains("//")) {
            return List.of();
        }
        return switch (ending(path)) {
            case "html", "htm", "vue", "svelte", "astro" -> Markup.mentions(text);
            case "css", "scss", "sass", "less" -> Styles.mentions(text, 0, text.length());
            default -> Scripts.mentions(text, 0, text.length());
        };
    }

    static String ending(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
