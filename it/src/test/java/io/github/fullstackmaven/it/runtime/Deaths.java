package io.github.fullstackmaven.it.runtime;

import io.github.fullstackmaven.it.docker.Docker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * With what status a container ended, from the engine's events: it is started again at once, so its
 * state would not show it.
 */
final class Deaths {
    private final String container;
    private final String since;

    private Deaths(String container, String since) {
        this.container = container;
        this.since = since;
    }

    /** Deaths of a container from now on. */
    static Deaths of(String container) {
        return new Deaths(container, now());
    }

    /** Waits for the first one and returns its status. */
    int next(Duration limit) {
        AtomicReference<List<String>> statuses = new AtomicReference<>(List.of());
        Eventually.holds(
                limit,
                () -> {
                    statuses.set(statuses());
                    return !statuses.get().isEmpty();
                });
        return Integer.parseInt(statuses.get().get(0).strip());
    }

    private List<String> statuses() {
        return Docker.run(
                        "events",
                        "--since",
                        since,
                        "--until",
                        now(),
                        "--filter",
                        "container=" + container,
                        "--filter",
                        "event=die",
                        "--format",
                        "{{.Actor.Attributes.exitCode}}")
                .lines()
                .filter(l -> !l.isBlank())
                .toList();
    }

    /** The engine's clock, which may be on another machine. */
    private static String now() {
        return Docker.run("info", "--format", "{{.SystemTime}}");
    }
}
