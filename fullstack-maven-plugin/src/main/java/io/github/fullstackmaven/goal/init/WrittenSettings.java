package io.github.fullstackmaven.goal.init;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Plan;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.plan.Request;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which settings a new {@code pom.xml} gets: those that were typed and differ from the defaults,
 * and the one that tells which of several directories is meant, where that was settled by its name
 * alone. All else is detected again.
 */
public final class WrittenSettings {
    /** What tells a goal how to run says nothing of the application. */
    private static final Set<String> OF_A_RUN =
            Set.of(
                    "monorepo",
                    "name",
                    "skip",
                    "dryRun",
                    "explain",
                    "fix",
                    "release",
                    "follow",
                    "tail",
                    "since",
                    "service",
                    "recreateAccessories",
                    "removeVolumes");

    /** Settings that have one value for everybody unless somebody says another. */
    static final Map<String, String> DEFAULTS =
            Map.of(
                    "env", "DEV",
                    "httpPort", "8080",
                    "httpsPort", "8443",
                    "layout", "single",
                    "builder", "native",
                    "edge", "managed",
                    "engine", "auto",
                    "retain", "3",
                    "replicas", "1",
                    "outputDirectory", "target/fullstack");

    private static final String TAKEN_FOR_ITS_NAME = "FS-DETECT-006";
    private static final Pattern SETTING = Pattern.compile("fullstack\\.([A-Za-z]+)");

    private WrittenSettings() {}

    /**
     * Returns the settings, by name without {@code fullstack.}.
     *
     * @param typed what stands on the command line
     * @param request the same, read
     * @param monorepo the repository's root, which files will be relative to
     * @param plan what comes of it
     */
    public static SortedMap<String, String> of(
            Map<String, String> typed, Request request, Path monorepo, Plan plan) {
        SortedMap<String, String> settings = new TreeMap<>();
        typed.forEach(
                (name, value) -> {
                    boolean ofThisRun = OF_A_RUN.contains(name) || name.endsWith(".skip");
                    if (!ofThisRun && !value.equals(DEFAULTS.get(name))) {
                        settings.put(name, value);
                    }
                });
        request.tlsCertificate()
                .ifPresent(f -> settings.put("tlsCertificate", from(monorepo, f.value())));
        request.tlsKey().ifPresent(f -> settings.put("tlsKey", from(monorepo, f.value())));
        for (Finding finding : plan.findings()) {
            if (finding.id().equals(TAKEN_FOR_ITS_NAME)) {
                setting(finding)
                        .ifPresent(
                                name ->
                                        directory(name, plan)
                                                .ifPresent(d -> settings.putIfAbsent(name, d)));
            }
        }
        return settings;
    }

    /** Returns the settings that errors ask for, with what is to be decided. */
    public static SortedMap<String, String> open(Plan plan) {
        SortedMap<String, String> open = new TreeMap<>();
        plan.errors()
                .forEach(
                        error ->
                                setting(error)
                                        .ifPresent(
                                                name -> open.putIfAbsent(name, error.message())));
        return open;
    }

    private static Optional<String> setting(Finding finding) {
        Matcher setting = SETTING.matcher(finding.remedy());
        return setting.find() ? Optional.of(setting.group(1)) : Optional.empty();
    }

    private static Optional<String> directory(String setting, Plan plan) {
        return plan.application().services().stream()
                .filter(s -> setting.equals("backendDir") ? s.isBackend() : isFrontend(s))
                .map(Service::path)
                .findFirst();
    }

    private static boolean isFrontend(Service service) {
        return service.kind() == ServiceKind.STATIC_FRONTEND
                || service.kind() == ServiceKind.SSR_FRONTEND;
    }

    /** What was typed is relative to where it was typed; what is written, to the POM. */
    private static String from(Path monorepo, String file) {
        Path path = Path.of(file);
        return (path.startsWith(monorepo) ? monorepo.relativize(path) : path)
                .toString()
                .replace('\\', '/');
    }
}
