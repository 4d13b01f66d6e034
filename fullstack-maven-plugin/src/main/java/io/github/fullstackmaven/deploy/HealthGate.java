package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.ContainerState;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.UnitSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    /** How often the unit had been restarted when it was last looked at; -1 before that. */
    private int restarts = -1;

    HealthGate(Operator operator, Application application, EdgeControl edge) {
        this.operator = operator;
        this.application = application;
        this.edge = edge;
    }

    /** Waits until the unit is well three times in a row, and is the one that it should be. */
    void await(String release, String unit) {
        long deadline = System.nanoTime() + application.timing().ready().toNanos();
        long named = System.nanoTime();
        int good = 0;
        restarts = -1;
        String why = "it did not answer";
        while (true) {
            operator.checkpoint();
            operator.engine().checkHealth(unit);
            ContainerState state = running(unit);
            Optional<String> fault = fault(release, state);
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
                throw unhealthy(
                        unit,
                        "after "
                                + application.timing().ready().toSeconds()
                                + " s "
                                + why
                                + healthLog(state));
            }
            Pause.of(GAP);
        }
    }

    /** Watches the unit that is live now; the user's wish to stop is of no weight any more. */
    void watch(String unit) {
        long deadline = System.nanoTime() + application.timing().watch().toNanos();
        long interval = UnitSettings.of(application).health().interval().toNanos();
        long checked = System.nanoTime();
        boolean last = false;
        // The last look comes after the time is up: what dies in the last moment is seen as well.
        while (!last) {
            last = System.nanoTime() > deadline;
            // Not more often than the engine would: a check may fail some times in a row.
            if (System.nanoTime() - checked > interval) {
                operator.engine().checkHealth(unit);
                checked = System.nanoTime();
            }
            try {
                breach(unit, running(unit));
            } catch (Setback e) {
                throw new Setback(
                        Outcome.ROLLED_BACK, Problems.breached(unit, e.problem().getMessage()));
            }
            if (!last) {
                Pause.of(WATCH_GAP);
            }
        }
    }

    private void breach(String unit, ContainerState state) {
        if (state.health().filter("unhealthy"::equals).isPresent()) {
            throw unhealthy(unit, "the engine calls it unhealthy" + healthLog(state));
        }
        List<Integer> counts = edge.answersAndErrors();
        int answers = counts.get(0);
        int errors = counts.get(1);
        if (errors >= MIN_ERRORS && errors * 2 > answers) {
            throw unhealthy(unit, errors + " of " + answers + " answers were errors of the server");
        }
    }

    private ContainerState running(String unit) {
        ContainerState state =
                operator.engine()
                        .container(unit)
                        .orElseThrow(() -> unhealthy(unit, "its container is gone"));
        boolean restarted = restarts >= 0 && state.restarts() > restarts;
        if (!state.isRunning() || restarted) {
            throw unhealthy(unit, ended(state));
        }
        restarts = state.restarts();
        return state;
    }

    private static String ended(ContainerState state) {
        return state.exitCode().isPresent()
                ? "it ended with code " + state.exitCode().getAsInt()
                : "it ended and was started again " + state.restarts() + " times";
    }

    private Optional<String> fault(String release, ContainerState state) {
        if (state.health().filter("unhealthy"::equals).isPresent()) {
            return Optional.of("the engine calls it unhealthy");
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

    private static String healthLog(ContainerState state) {
        List<String> log = new ArrayList<>(state.healthLog());
        log.removeIf(String::isBlank);
        return log.isEmpty() ? "" : " (its check said: " + log.get(log.size() - 1) + ")";
    }

    private Setback unhealthy(String unit, String why) {
        return new Setback(
                Outcome.UNHEALTHY, Problems.unhealthy(unit, why, operator.tail(unit, SHOWN_LINES)));
    }
}
