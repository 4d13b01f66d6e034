package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.ContainerState;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.ExecResult;
import io.github.fullstackmaven.model.Accessory;
import io.github.fullstackmaven.model.AccessorySettings;
import io.github.fullstackmaven.model.Application;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes accessories, judges them, and takes them away. */
final class AccessoryControl {
    private static final int ROUNDS = 4;
    private static final Duration GAP = Duration.ofMillis(400);
    private static final Duration CHECK = Duration.ofSeconds(5);
    private static final int SHOWN_LINES = 50;

    private final Operator operator;
    private final Engine engine;
    private final Application application;

    AccessoryControl(Operator operator, Application application) {
        this.operator = operator;
        this.engine = operator.engine();
        this.application = application;
    }

    void createNetwork(String name) {
        engine.createClosedNetwork(name, Labels.of(application, "network"));
    }

    void create(String name) {
        Accessory accessory =
                application.surroundings().accessories().stream()
                        .filter(a -> a.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        engine.create(Specs.accessory(application, accessory));
    }

    /** One that belongs to somebody else stays, and so do the volumes. */
    void remove(String container) {
        if (engine.container(container).filter(c -> Labels.areOf(application, c)).isPresent()) {
            engine.stop(container, AccessorySettings.GRACE);
            engine.remove(container);
        }
    }

    /**
     * Waits until it is well some times in a row: its check is run here, so that it is the same on
     * every engine and nobody waits for the engine's next round.
     */
    void await(String name, String container) {
        Duration limit = application.timing().ready();
        long deadline = System.nanoTime() + limit.toNanos();
        int restarts = Integer.MAX_VALUE;
        for (int good = 0; good < ROUNDS; ) {
            operator.checkpoint();
            ContainerState state =
                    engine.container(container)
                            .orElseThrow(() -> unwell(name, container, "its container is gone"));
            if (!state.isRunning() || state.restarts() > restarts) {
                throw unwell(name, container, HealthGate.ended(state));
            }
            restarts = state.restarts();
            Optional<String> fault = fault(container, state.check());
            good = fault.isEmpty() ? good + 1 : 0;
            if (fault.isPresent() && System.nanoTime() > deadline) {
                throw unwell(
                        name,
                        container,
                        "after " + limit.toSeconds() + " s its check says: " + fault.get());
            }
            if (good == 1 && state.check().isEmpty()) {
                operator.progress()
                        .note("accessory " + name + " has no check: it is well while it runs");
            }
            Pause.of(GAP);
        }
        // What the engine says of it is then true from the beginning.
        engine.checkHealth(container);
    }

    private Optional<String> fault(String container, List<String> check) {
        if (check.isEmpty()) {
            return Optional.empty();
        }
        ExecResult result = engine.exec(container, check, "", CHECK);
        return result.ok() ? Optional.empty() : Optional.of(result.complaint());
    }

    private Setback unwell(String name, String container, String why) {
        Redaction redaction = Redaction.of(application);
        List<String> log =
                operator.tail(container, SHOWN_LINES).stream().map(redaction::of).toList();
        return new Setback(
                Outcome.UNHEALTHY, AccessoryProblems.unwell(name, redaction.of(why), log));
    }
}
