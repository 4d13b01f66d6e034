package io.github.fullstackmaven.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The run-time variables of a unit: those that this tool adds, and over them those of the
 * application's env files.
 */
public final class UnitVariables {
    private UnitVariables() {}

    /**
     * Returns the variables that the tool adds, without those that the env files name themselves:
     * {@code PORT}, {@code HOST} (where to bind), {@code PUBLIC_URL} and {@code FRONTEND_URL} (the
     * application's own origin). None of them is secret.
     */
    public static Map<String, String> added(Application application) {
        Map<String, String> added = new TreeMap<>();
        application
                .backend()
                .flatMap(Service::port)
                .ifPresent(port -> added.put("PORT", String.valueOf(port.value())));
        // In one container only the gateway talks to the back end: nobody gets around it.
        added.put("HOST", application.layout() == Layout.SINGLE ? "127.0.0.1" : "0.0.0.0");
        added.put("PUBLIC_URL", application.publicUrl());
        added.put("FRONTEND_URL", application.publicUrl());
        added.keySet().removeAll(application.variables().names());
        return Collections.unmodifiableMap(added);
    }

    /** Returns all variables of a unit by name, sorted. The values may be secret. */
    public static Map<String, String> all(Application application) {
        Map<String, String> all = new TreeMap<>(added(application));
        application.variables().values().forEach((name, value) -> all.put(name, value.value()));
        return Collections.unmodifiableMap(all);
    }
}
