package io.github.fullstackmaven.detect.source;

import java.util.List;

/** The names by which servers usually say that they are well, the most usual first. */
public final class HealthNames {
    private static final List<String> NAMES =
            List.of(
                    "health",
                    "healthz",
                    "healthcheck",
                    "health-check",
                    "health_check",
                    "readyz",
                    "ready",
                    "readiness",
                    "livez",
                    "live",
                    "liveness",
                    "alive",
                    "ping");

    private HealthNames() {}

    /** Returns the names, the most usual first. */
    public static List<String> all() {
        return NAMES;
    }

    /** Returns how usual the last part of a path is, 0 most; below 0 when it is none of them. */
    public static int rank(String path) {
        return path.contains(" ") ? -1 : NAMES.indexOf(path.substring(path.lastIndexOf('/') + 1));
    }
}
