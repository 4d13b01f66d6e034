package io.github.fullstackmaven.model;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The run-time variables of a unit: those that this tool adds, and over them those of the
 * application's env files.
 */
public final class UnitVariables {
    private static final String ORIGIN = "{url}";
    private static final String DOMAIN = "{domain}";

    private UnitVariables() {}

    /**
     * Returns the variables that the tool adds, without those that the env files name themselves:
     * {@code PUBLIC_URL} and {@code FRONTEND_URL} (the application's own origin), the names of
     * {@link SecretVariables} where there are any, and where there is one process, its {@link #of
     * own}. None of them is secret.
     */
    public static Map<String, String> added(Application application) {
        Map<String, String> added = new TreeMap<>();
        List<Service> processes = application.processes();
        if (processes.size() == 1) {
            added.putAll(own(application, processes.get(0)));
        }
        added.put("PUBLIC_URL", application.publicUrl());
        added.put("FRONTEND_URL", application.publicUrl());
        SecretVariables.names(application).ifPresent(n -> added.put(SecretVariables.NAMES, n));
        added.keySet().removeAll(application.variables().names());
        return Collections.unmodifiableMap(added);
    }

    /**
     * Returns the variables of one process among several, without those that the env files name:
     * {@code PORT}, {@code HOST} (where to bind) and what its framework wants. The port is always
     * the process's own: an env file is for all of them.
     */
    public static Map<String, String> of(Application application, Service process) {
        Map<String, String> own = new TreeMap<>(own(application, process));
        String port = own.get("PORT");
        own.keySet().removeAll(application.variables().names());
        if (port != null) {
            own.put("PORT", port);
        }
        return Collections.unmodifiableMap(own);
    }

    /**
     * Returns what a process finds in a container of its own whatever the application's origin is:
     * {@code PORT}, {@code HOST} and what its framework wants, without what the env files name.
     */
    public static Map<String, String> alone(Application application, Service process) {
        Map<String, String> alone = own(application, process, Layout.SPLIT);
        alone.keySet().removeAll(application.variables().names());
        alone.keySet().removeIf(name -> namesOrigin(process.variables().getOrDefault(name, "")));
        return Collections.unmodifiableMap(alone);
    }

    private static boolean namesOrigin(String value) {
        return value.contains(ORIGIN) || value.contains(DOMAIN);
    }

    private static Map<String, String> own(Application application, Service process) {
        return own(application, process, application.layout());
    }

    private static Map<String, String> own(
            Application application, Service process, Layout layout) {
        Placeholders placeholders = Placeholders.of(process, layout);
        Map<String, String> own = new TreeMap<>();
        process.variables()
                .forEach(
                        (name, value) -> {
                            if (placeholders.know(value)) {
                                own.put(
                                        name,
                                        placeholders
                                                .fill(value)
                                                .replace(ORIGIN, application.publicUrl())
                                                .replace(DOMAIN, application.publicHost()));
                            }
                        });
        placeholders.port().ifPresent(port -> own.put("PORT", String.valueOf(port)));
        own.put("HOST", placeholders.host());
        return own;
    }

    /**
     * Returns the variables that the tool adds to one process in a container of its own, without
     * those that the env files name themselves. None of them is secret.
     */
    public static Map<String, String> added(Application application, Service process) {
        Map<String, String> added = new TreeMap<>(of(application, process));
        added.putIfAbsent("PUBLIC_URL", application.publicUrl());
        added.putIfAbsent("FRONTEND_URL", application.publicUrl());
        SecretVariables.names(application).ifPresent(n -> added.put(SecretVariables.NAMES, n));
        Set<String> named = new HashSet<>(application.variables().names());
        named.remove("PORT");
        added.keySet().removeAll(named);
        return Collections.unmodifiableMap(added);
    }

    /**
     * Returns all variables of one process in a container of its own by name, sorted. The values
     * may be secret.
     */
    public static Map<String, String> all(Application application, Service process) {
        Map<String, String> all = new TreeMap<>();
        application.variables().values().forEach((name, value) -> all.put(name, value.value()));
        all.putAll(added(application, process));
        return Collections.unmodifiableMap(all);
    }

    /** Returns all variables of a unit by name, sorted. The values may be secret. */
    public static Map<String, String> all(Application application) {
        Map<String, String> all = new TreeMap<>(added(application));
        application.variables().values().forEach((name, value) -> all.put(name, value.value()));
        return Collections.unmodifiableMap(all);
    }
}
