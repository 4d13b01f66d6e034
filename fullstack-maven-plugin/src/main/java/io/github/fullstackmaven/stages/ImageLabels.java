package io.github.fullstackmaven.stages;

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
}
