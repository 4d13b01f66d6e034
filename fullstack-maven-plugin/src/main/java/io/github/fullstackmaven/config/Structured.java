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
 */
public record Structured(
        List<Backend> backends,
        List<String> volumes,
        Map<String, String> baseImages,
        Map<String, List<String>> allowedOrigins) {
    /** Nothing. */
    public static final Structured NONE = new Structured(List.of(), List.of(), Map.of(), Map.of());

    public Structured {
        backends = List.copyOf(backends);
        volumes = List.copyOf(volumes);
        baseImages = Map.copyOf(baseImages);
        allowedOrigins = Map.copyOf(allowedOrigins);
    }
}
