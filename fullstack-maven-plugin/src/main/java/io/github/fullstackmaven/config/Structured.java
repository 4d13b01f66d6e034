package io.github.fullstackmaven.config;

import java.util.List;
import java.util.Map;

/**
 * What only elements of a POM can hold, since a property is a single text.
 *
 * @param backends {@code <backends>}
 * @param volumes {@code <volumes>}
 * @param baseImages {@code <baseImages>}, role to image
 * @param allowedOrigins {@code <allowedOrigins>}, CSP directive to origins
 * @param variables {@code <variables>}, name to value
 * @param accessories what stands in {@code <accessories>}
 */
public record Structured(
        List<Backend> backends,
        List<String> volumes,
        Map<String, String> baseImages,
        Map<String, List<String>> allowedOrigins,
        Map<String, String> variables,
        List<Element> accessories) {
    /** Nothing. */
    public static final Structured NONE = new Structured(Map.of());

    /** Nothing but base images. */
    public Structured(Map<String, String> baseImages) {
        this(List.of(), List.of(), baseImages, Map.of(), Map.of(), List.of());
    }

    public Structured {
        backends = List.copyOf(backends);
        volumes = List.copyOf(volumes);
        baseImages = Map.copyOf(baseImages);
        allowedOrigins = Map.copyOf(allowedOrigins);
        variables = Map.copyOf(variables);
        accessories = List.copyOf(accessories);
    }
}
