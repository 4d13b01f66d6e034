package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.ContainerState;
import io.github.fullstackmaven.model.Application;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Labels of engine objects. Whatever is listed or removed is selected by application and
 * environment.
 */
public final class Labels {
    private static final String PREFIX = "io.github.fullstackmaven.";

    /** The application's name. */
    public static final String APPLICATION = PREFIX + "application";

    /** The environment, in lower case. */
    public static final String ENVIRONMENT = PREFIX + "environment";

    /** The release. */
    public static final String RELEASE = PREFIX + "release";

    /**
     * {@code app}, {@code gateway} or a process's name in a unit; {@code accessory}, {@code hook},
     * {@code edge}, {@code lock}, {@code network}, {@code data} or {@code secrets}.
     */
    public static final String ROLE = PREFIX + "role";

    /** The name of an accessory. */
    public static final String ACCESSORY = PREFIX + "accessory";

    /** The hash of the model that a unit, or of the definition that an accessory was made from. */
    public static final String MODEL = PREFIX + "model";

    /** When a unit that is only looked at, or what belongs to it, was made. */
    static final String TRIAL = PREFIX + "trial";

    /** Who holds the lock, and since when. */
    static final String HOLDER = PREFIX + "holder";

    /**
     * The word of an edge that has joined the network of the first of its port; empty for one that
     * can be joined.
     */
    static final String TURN = PREFIX + "turn";

    /** The port for HTTPS of the edge that another has joined; empty when it has none. */
    static final String HTTPS_PORT = PREFIX + "https-port";

    private Labels() {}

    /** Returns what all objects of an application and environment have. */
    public static Map<String, String> of(Application application) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(APPLICATION, application.name());
        labels.put(ENVIRONMENT, application.environmentId());
        return labels;
    }

    /** Returns whether a container belongs to this application and environment. */
    static boolean areOf(Application application, ContainerState container) {
        return of(application).entrySet().stream()
                .allMatch(l -> container.label(l.getKey()).equals(Optional.of(l.getValue())));
    }

    static Map<String, String> of(Application application, String role) {
        Map<String, String> labels = of(application);
        labels.put(ROLE, role);
        return labels;
    }

    static Map<String, String> unit(
            Application application, String role, String release, String model) {
        Map<String, String> labels = of(application, role);
        labels.put(RELEASE, release);
        labels.put(MODEL, model);
        return labels;
    }

    static Map<String, String> accessory(Application application, String name) {
        Map<String, String> labels = of(application, "accessory");
        labels.put(ACCESSORY, name);
        return labels;
    }

    static Map<String, String> edge() {
        return Map.of(ROLE, "edge");
    }
}
