package io.github.fullstackmaven.engine;

import java.util.List;
import java.util.Map;

/**
 * An image that the engine has.
 *
 * @param id {@code sha256:…}
 * @param names its names, {@code name:tag}
 * @param digests its digests in registries, {@code name@sha256:…}
 * @param sizeBytes its size
 * @param labels its labels
 */
public record ImageState(
        String id,
        List<String> names,
        List<String> digests,
        long sizeBytes,
        Map<String, String> labels) {
    public ImageState {
        names = List.copyOf(names);
        digests = List.copyOf(digests);
        labels = Map.copyOf(labels);
    }
}
