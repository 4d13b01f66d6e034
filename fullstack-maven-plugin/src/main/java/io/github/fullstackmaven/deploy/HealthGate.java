package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.ContainerState;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.UnitSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges a unit: before the switch for long enough, after it for a while. */
final class HealthGate {
    private static final int ROUNDS = 3;
    private static final Duration GAP = Duration.ofMillis(300);
    private static final Duration NAME_GAP = Duration.ofSeconds(3);
    private static final Duration WATCH_GAP = Duration.ofMillis(500);
    private static final int SHOWN_LINES = 50;
    private static final int MIN_ERRORS = 5;

    private final Operator operator;
    private final Application application;
    private final EdgeControl edge;

    /** How often each container had been restarted when it was last looked at. */
    private final Map<String, Integer> restarts = new HashMap<>();

    HealthGate(Operator operator, Application application, EdgeControl edge) {
        this.operator = operator;
        this.application = application;
        this.edge = edge;
    }

    /** Waits until the unit is well three times in a row, and is the one that it should be. */
    void await(String release, UnitName unit) {
        long deadline = System.nanoTime() + application.timing().ready().toNanos();
        long named = System.nanoTime();
        int good = 0;
        restarts.clear();
        String why = "it did not answer";
        while (true) {
            operator.checkpoint();
            List<ContainerState> states = looked(unit);
            Optional<String> fault = fault(release, states);
            good = fault.isEmpty() ? good + 1 : 0;
            if (good == ROUNDS) {
                return;
            }
            why = fault.orElse(why);
            if (fault.isPresent() && System.nanoTime() - named > NAME_GAP.toNanos()) {
                edge.makeKnown(release);
                named = System.nanoTime();
            }
            if (System.nanoTime() > deadline) {
                // While one edge makes way for another nobody answers who could be asked.
                if (edge.awaitUpgrade()) {
                    deadline = System.nanoTime() + application.timing().ready().toNanos();
                    continue;
                }
                throw unhealthy(
                        unit,
                        "after "
                                + application.timing().ready().toSeconds()
                                + " s "
                                + why
                                + healthLog(states));
            }
            Pause.of(GAP);
        }
    }

    /** Watches the unit that is live now; the user's wish to stop is of no weight any more. */
    void watch(UnitName unit) {
        long deadline = System.nanoTime() + application.timing().watch().toNanos();
        long interval = UnitSettings.of(application).health().interval().toNanos();
        long checked = System.nanoTime();
        boolean last = false;
        // The last look comes after the time is up: what dies in the last moment is seen as well.
        while (!last) {
            last = System.nanoTime() > deadline;
            // Not more often than the engine would: a check may fail some times in a row.
            if (System.nanoTime() - checked > interval) {
                unit.starting().forEach(operator.engine()::checkHealth);
                checked = System.nanoTime();
            }
            try {
                breach(unit, running(unit));
            } catch (Setback e) {
                throw new Setback(
                        Outcome.ROLLED_BACK,
                        Problems.breached(unit.name(), e.problem().getMessage()));
            }
            if (!last) {
                Pause.of(WATCH_GAP);
            }
        }
    }

    private List<ContainerState> looked(UnitName unit) {
        unit.starting().forEach(operator.engine()::checkHealth);
        return running(unit);
    }

    private void breach(UnitName unit, List<ContainerState> states) {
        unwell(states)
                .ifPresent(
                        state -> {
                            throw unhealthy(
                                    state.name(),
                                    "the engine calls it unhealthy" + healthLog(List.of(state)));
                        });
        List<Integer> counts = edge.answersAndErrors();
        int answers = counts.get(0);
        int errors = counts.get(1);
        if (errors >= MIN_ERRORS && errors * 2 > answers) {
            throw unhealthy(unit, errors + " of " + answers + " answers were errors of the server");
        }
    }

    /** The first to end is the one whose log says why. */
    private List<ContainerState> running(UnitName unit) {
        return unit.starting().stream().map(this::running).toList();
    }

    private ContainerState running(String container) {
        ContainerState state =
                operator.engine()
                        .container(container)
                        .orElseThrow(() -> unhealthy(container, "its container is gone"));
        boolean restarted = state.restarts() > restarts.getOrDefault(container, Integer.MAX_VALUE);
        if (!state.isRunning() || restarted) {
            throw unhealthy(container, ended(state));
        }
        restarts.put(container, state.restarts());
        return state;
    }

    /** Says of a container that should be running how it came that it is not, or was not. */
    static String ended(ContainerState state) {
        if (state.exitCode().isPresent()) {
            return "it ended with code " + state.exitCode().getAsInt();
        }
        String times = state.restarts() == 1 ? "" : " " + state.restarts() + " times";
        return "it ended and was started again" + times;
    }

    private Optional<String> fault(String release, List<ContainerState> states) {
        Optional<ContainerState> unwell = unwell(states);
        if (unwell.isPresent()) {
            return Optional.of(
                    "the engine calls "
                            + (states.size() == 1 ? "it" : unwell.get().name())
                            + " unhealthy");
        }
        EdgeControl.Answer answer = edge.probe(release);
        if (!answer.status().equals("200")) {
            return Optional.of(
                    answer.status().equals("000")
                            ? "it did not answer"
                            : "/readyz answered " + answer.status());
        }
        if (!answer.identity().equals(release)) {
            return Optional.of("another process answered for it: " + answer.identity());
        }
        return Optional.empty();
    }

    private static Optional<ContainerState> unwell(List<ContainerState> states) {
        return states.stream()
                .filter(s -> s.health().filter("unhealthy"::equals).isPresent())
                .findFirst();
    }

    private static String healthLog(List<ContainerState> states) {
        List<String> log = new ArrayList<>();
        states.forEach(state -> log.addAll(state.healthLog()));
        log.removeIf(String::isBlank);
        return log.isEmpty() ? "" : " (its check said: " + log.get(log.size() - 1) + ")";
    }

    private Setback unhealthy(String container, String why) {
        return unhealthy(UnitName.of(container), why);
    }

    /** With the last lines of each container's log: which of them is at fault is not known. */
    private Setback unhealthy(UnitName unit, String why) {
        List<String> log = new ArrayList<>();
        for (String container : unit.starting()) {
            operator.tail(container, SHOWN_LINES)
                    .forEach(
                            line ->
                                    log.add(
                                            unit.processes().isEmpty()
                                                    ? line
                                                    : container + ": " + line));
        }
        return new Setback(Outcome.UNHEALTHY, Problems.unhealthy(unit.name(), why, log));
    }
}
