package io.github.fullstackmaven.goal.doctor;

import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.EngineFacts;
import io.github.fullstackmaven.model.Checkup;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.Resources;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What an engine says of itself and of its machine. */
public final class EngineChecks {
    /** Certificates and caches go by the clock; a minute is what a slow machine may differ by. */
    private static final Duration TOLERATED = Duration.ofMinutes(1);

    private final Engine engine;

    /** Takes the engine, which has answered. */
    public EngineChecks(Engine engine) {
        this.engine = engine;
    }

    /**
     * Returns what is to be said of it.
     *
     * @param wanted what the application's containers are limited to
     * @param now the time here
     */
    public List<Checkup> checkups(Resources wanted, Supplier<Instant> now) {
        List<Checkup> all = new ArrayList<>();
        all.add(Checkup.well("engine", engine.info().text() + ", " + engine.info().platform()));
        all.add(builder());
        Instant before = now.get();
        EngineFacts facts = engine.facts();
        Instant after = now.get();
        all.add(Checkup.well("rights", facts.rootless() ? "rootless" : "as root"));
        all.add(limits(facts, wanted));
        facts.clock().ifPresent(clock -> all.add(clock(clock, before, after)));
        return all;
    }

    private Checkup builder() {
        try {
            return Checkup.well("image builds", engine.builder());
        } catch (FullstackException e) {
            return Checkup.unwell("image builds", e.findings().get(0));
        }
    }

    static Checkup limits(EngineFacts facts, Resources wanted) {
        List<String> missing = facts.unlimited();
        String groups = facts.cgroups().isEmpty() ? "unknown" : facts.cgroups();
        if (missing.isEmpty()) {
            return Checkup.well("control groups", groups);
        }
        boolean needed =
                (missing.contains("memory") && wanted.memory().isPresent())
                        || (missing.contains("cpus") && wanted.cpus().isPresent());
        String what = groups + ", and cannot limit " + String.join(", ", missing);
        String remedy = facts.howToLimit();
        return Checkup.unwell(
                "control groups",
                needed
                        ? Finding.error("FS-DOCTOR-003", what, remedy)
                        : Finding.warning("FS-DOCTOR-003", what, remedy));
    }

    static Checkup clock(Instant there, Instant before, Instant after) {
        Duration ahead = Duration.between(after, there);
        Duration behind = Duration.between(there, before);
        Optional<Duration> off =
                List.of(ahead, behind).stream().filter(d -> d.compareTo(TOLERATED) > 0).findFirst();
        return off.map(
                        d ->
                                Checkup.unwell(
                                        "clock",
                                        Finding.error(
                                                "FS-DOCTOR-004",
                                                "the engine's clock and this machine's differ by "
                                                        + d.toSeconds()
                                                        + " s",
                                                "set both by NTP (timedatectl set-ntp true)")))
                .orElseGet(() -> Checkup.well("clock", "the engine's and this machine's agree"));
    }
}
