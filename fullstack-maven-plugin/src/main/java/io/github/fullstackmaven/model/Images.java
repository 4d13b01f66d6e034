package io.github.fullstackmaven.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The names of images.
 *
 * @param app the application's image, {@code name:tag}
 * @param bases role ({@code rust}, {@code node}, {@code runtime}, {@code edge}) to base image,
 *     mirror applied
 */
public record Images(String app, Map<String, String> bases) {
    /** The label that says what an image was made of; images of one build say the same. */
    public static final String SOURCE_LABEL = "io.github.fullstackmaven.source";

    public Images {
        bases = Collections.unmodifiableMap(new TreeMap<>(bases));
    }

    /** Returns the name of the image that a process has for itself in layout {@code split}. */
    public String of(Service process) {
        return beside("-" + process.name());
    }

    /**
     * Returns the name of the image that a service's own Dockerfile makes. No service is called
     * like that: there is no period in those.
     */
    public String own(Service service) {
        return beside("-" + service.name() + ".own");
    }

    private String beside(String suffix) {
        int tag = app.indexOf(':', app.lastIndexOf('/') + 1);
        return tag < 0 ? app + suffix : app.substring(0, tag) + suffix + app.substring(tag);
    }

    /** Returns the base image of a role. */
    public String base(String role) {
        String name = bases.get(role);
        if (name == null) {
            throw new IllegalArgumentException("no base image for " + role);
        }
        return name;
    }
}
