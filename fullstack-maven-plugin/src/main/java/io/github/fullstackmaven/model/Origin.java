package io.github.fullstackmaven.model;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where an application comes from, as far as that is known; an image says it in its labels. Two
 * images with the same content may have different origins: nothing is built again for it.
 *
 * @param version the project's version
 * @param url where one can read about it
 * @param licenses as an SPDX expression, or the licence's name
 * @param source where its sources are
 * @param revision the revision of the sources
 * @param time when that revision was made
 */
public record Origin(
        Optional<String> version,
        Optional<String> url,
        Optional<String> licenses,
        Optional<String> source,
        Optional<String> revision,
        Optional<Instant> time) {
    /** Nothing is known. */
    public static final Origin UNKNOWN =
            new Origin(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    private static final String PREFIX = "org.opencontainers.image.";

    /** Returns what the labels of an image say of it. */
    public Map<String, String> labels() {
        Map<String, String> labels = new TreeMap<>();
        version.ifPresent(v -> labels.put(PREFIX + "version", v));
        url.ifPresent(v -> labels.put(PREFIX + "url", v));
        licenses.ifPresent(v -> labels.put(PREFIX + "licenses", v));
        source.ifPresent(v -> labels.put(PREFIX + "source", v));
        revision.ifPresent(v -> labels.put(PREFIX + "revision", v));
        time.ifPresent(v -> labels.put(PREFIX + "created", v.toString()));
        return Collections.unmodifiableMap(labels);
    }
}
