package io.github.fullstackmaven.config;

import java.text.Normalizer;
import java.util.Locale;

/** Makes the name of an application from any text: that of a directory, an artifactId. */
public final class ApplicationName {
    /** What is used where a text has no letter from a to z at all. */
    public static final String NONE = "app";

    private static final int LONGEST = 40;

    private ApplicationName() {}

    /**
     * Returns lower-case letters, digits and hyphens, at most 40, beginning with a letter. Accents
     * are taken off, so that {@code Café} is {@code cafe}; other letters than Latin ones are left
     * out.
     */
    public static String of(String text) {
        String latin =
                Normalizer.normalize(text.replace("ß", "ss"), Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}+", "")
                        .toLowerCase(Locale.ROOT);
        String name = latin.replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+", "");
        String cut = name.substring(0, Math.min(LONGEST, name.length())).replaceAll("-+$", "");
        return cut.isEmpty() ? NONE : cut;
    }
}
