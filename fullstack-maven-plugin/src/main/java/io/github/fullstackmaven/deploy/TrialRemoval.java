package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.ContainerState;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.FullstackException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** Takes units away that were only looked at, with all that belongs to them. */
final class TrialRemoval {
    /** Longer than looking at one can take. */
    private static final Duration LONGEST = Duration.ofHours(2);

    private final Engine engine;
    private final Progress progress;

    TrialRemoval(Engine engine, Progress progress) {
        this.engine = engine;
        this.progress = progress;
    }

    /** Takes one away. */
    void remove(Application application) {
        Map<String, String> labels =
                Map.of(
                        Labels.APPLICATION,
                        application.name(),
                        Labels.ENVIRONMENT,
                        application.environmentId());
        engine.containers(labels).forEach(c -> tried(() -> engine.remove(c.name()), c.name()));
        for (String volume : engine.volumes(labels)) {
            tried(() -> gone(engine.removeVolume(volume)), "volume " + volume);
        }
        for (String network :
                List.of(Names.edge(application.edge()), Names.ownNetwork(application))) {
            if (engine.hasNetwork(network)) {
                tried(() -> gone(engine.removeNetwork(network)), "network " + network);
            }
        }
    }

    /**
     * Takes away what is there of units of the same application that whoever looked at them did not
     * take away, since it was killed.
     */
    void leftovers(Application application, Instant now) {
        Set<String> environments = new TreeSet<>();
        for (ContainerState c : engine.containers(Map.of(Labels.APPLICATION, application.name()))) {
            if (isOver(c.label(Labels.TRIAL), now)) {
                c.label(Labels.ENVIRONMENT).ifPresent(environments::add);
            }
        }
        for (String environment : environments) {
            OptionalInt port = TrialModel.port(environment);
            if (port.isPresent()) {
                progress.note("taking away what is left of an earlier look: " + environment);
                remove(TrialModel.of(application, port.getAsInt()));
            }
        }
    }

    /** Whether the time is over in which somebody may still look. */
    static boolean isOver(Optional<String> since, Instant now) {
        try {
            return since.filter(s -> Instant.parse(s).plus(LONGEST).isBefore(now)).isPresent();
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static void gone(boolean removed) {
        if (!removed) {
            throw new IllegalStateException("it is in use");
        }
    }

    /** Each of them, whatever came of the one before. */
    private void tried(Runnable removal, String what) {
        try {
            removal.run();
        } catch (FullstackException | IllegalStateException e) {
            progress.warning(TrialProblems.trialLeft(what, e.getMessage()));
        }
    }
}
