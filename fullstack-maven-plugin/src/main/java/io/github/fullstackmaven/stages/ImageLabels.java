package io.github.fullstackmaven.stages;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an image says about where it comes from, as far as that is known.
 *
 * @param version the project's version
 * @param revision the revision of the sources
 * @param source where the sources are, a URL
 */
public record ImageLabels(
        Optional<String> version, Optional<String> revision, Optional<String> source) {
    /** Nothing is known. */
    public static final ImageLabels NONE =
            new ImageLabels(Optional.empty(), Optional.empty(), Optional.empty());

    /** Returns the labels of an image, with those that are always known. */
    Map<String, String> of(String title, String base) {
        Map<String, String> named = new LinkedHashMap<>();
        named.put("org.opencontainers.image.title", title);
        int digest = base.indexOf('@');
        named.put(
                "org.opencontainers.image.base.name",
                digest < 0 ? base : base.substring(0, digest));
        if (digest >= 0) {
            named.put("org.opencontainers.image.base.digest", base.substring(digest + 1));
        }
        source().ifPresent(v -> named.put("org.opencontainers.image.source", v));
        version().ifPresent(v -> named.put("org.opencontainers.image.version", v));
        revision().ifPresent(v -> named.put("org.opencontainers.image.revision", v));
        return named;
    }
}
