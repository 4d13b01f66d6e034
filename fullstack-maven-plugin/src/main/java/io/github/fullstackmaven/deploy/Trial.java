package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.ContainerSpec;
import io.github.fullstackmaven.engine.ContainerState;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.ExecResult;
import io.github.fullstackmaven.engine.PortTakenException;
import io.github.fullstackmaven.model.Accessory;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.Hook;
import io.github.fullstackmaven.model.Volume;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A unit that is started to be looked at: what a deployment would start, with fresh volumes and
 * accessories of its own, on a port of the engine's own machine and behind no edge. What is on the
 * air is not touched. Closing it leaves nothing; what a killed process left, the next one takes
 * away.
 */
public final class Trial implements AutoCloseable {
    private static final String RELEASE = "trial";

    private final Engine engine;
    private final Operator operator;
    private final Target target;
    private final Application application;
    private final Instant since;
    private final List<ContainerSpec> specs;

    /**
     * Describes a unit, and starts nothing.
     *
     * @param application the application as it would be deployed, with what its secrets hold
     * @param images the ids of its images by the role of the container
     * @param port a free port of the engine's machine
     * @param progress who hears what cannot be taken away
     * @param cancelled whether the user wants it to end
     */
    public Trial(
            Engine engine,
            Application application,
            Map<String, String> images,
            int port,
            Progress progress,
            BooleanSupplier cancelled) {
        Clock clock = Clock.systemUTC();
        this.engine = engine;
        this.operator = new Operator(engine, progress, clock, cancelled);
        this.application = TrialModel.of(application, port);
        this.target = new Target(this.application, images, Optional.empty(), "");
        this.since = clock.instant();
        this.specs = Specs.trial(target, RELEASE, since.toString());
    }

    /** Returns the application as the unit knows itself. */
    public Application application() {
        return application;
    }

    /** Returns the name that the unit's gateway gives itself. */
    public String release() {
        return RELEASE;
    }

    /** Returns its containers by their roles, in the order of their start. */
    public List<Part> parts() {
        return specs.stream()
                .map(s -> new Part(s.labels().get(Labels.ROLE), s.name().orElseThrow()))
                .toList();
    }

    /**
     * A container of the unit.
     *
     * @param role {@code app}, {@code gateway}, or the name of a process
     * @param container the container's name
     */
    public record Part(String role, String container) {}

    /**
     * Makes and starts what the unit stands on: its network, its accessories, its secrets.
     *
     * @throws FullstackException when the engine refuses something, or an accessory does not get
     *     well
     */
    public void begin() {
        step(
                () -> {
                    new TrialRemoval(engine, operator.progress()).leftovers(application, since);
                    engine.createNetwork(
                            Names.edge(application.edge()), Labels.of(application, "network"));
                    accessories();
                    secrets();
                    specs.forEach(this::volumes);
                });
    }

    /**
     * Makes and starts the unit; whether it gets well is for the caller to see.
     *
     * @throws FullstackException when the engine refuses something
     * @throws PortTakenException when somebody took the port meanwhile
     */
    public void start() {
        step(
                () -> {
                    specs.forEach(this::create);
                    specs.forEach(s -> started(s.name().orElseThrow()));
                });
    }

    /** Ends when the user wants it. */
    public void checkpoint() {
        step(operator::checkpoint);
    }

    private static void step(Runnable work) {
        try {
            work.run();
        } catch (Setback e) {
            throw e.outcome() == Outcome.INTERRUPTED
                    ? TrialProblems.lookInterrupted()
                    : e.problem();
        }
    }

    private void create(ContainerSpec spec) {
        operator.checkpoint();
        engine.create(spec);
    }

    /** An engine would make them by itself, and nobody would know whose they are. */
    private void volumes(ContainerSpec spec) {
        spec.volumes().stream()
                .filter(Volume::isNamed)
                .forEach(v -> engine.createVolume(v.source(), Labels.of(application, "data")));
    }

    private void started(String container) {
        operator.checkpoint();
        engine.start(container);
    }

    /**
     * Runs the hook that comes before a release, in a container of its own.
     *
     * @return how it failed; absent when it did not
     */
    public Optional<String> prepare(Hook hook, Duration limit) {
        Blueprint unit = new Blueprint(Map.of(), "", 0, false, List.of(), specs);
        ContainerSpec spec = Specs.hook(application, HookPhase.PRE_DEPLOY, hook, RELEASE, unit);
        Redaction redaction = Redaction.of(application);
        try {
            ExecResult result =
                    engine.run(
                            spec,
                            limit,
                            line -> operator.progress().note("| " + redaction.of(line)));
            return result.ok() ? Optional.empty() : Optional.of(redaction.of(result.complaint()));
        } finally {
            engine.remove(spec.name().orElseThrow());
        }
    }

    private void accessories() {
        List<Accessory> accessories = application.surroundings().accessories();
        if (accessories.isEmpty()) {
            return;
        }
        AccessoryControl control = new AccessoryControl(operator, application);
        control.createNetwork(Names.ownNetwork(application));
        for (Accessory accessory : accessories) {
            fetched(accessory.image());
            ContainerSpec spec = Specs.trialAccessory(application, accessory, since.toString());
            volumes(spec);
            create(spec);
            started(Names.accessory(application, accessory.name()));
        }
        accessories.forEach(a -> control.await(a.name(), Names.accessory(application, a.name())));
    }

    private void secrets() {
        if (application.surroundings().secrets().isEmpty()) {
            return;
        }
        fetched(Specs.edgeImage(application));
        Secrets.write(
                engine,
                application,
                Names.secrets(application, RELEASE),
                specs.get(0).user().orElseThrow());
    }

    private void fetched(String image) {
        if (engine.image(image).isEmpty()) {
            engine.pull(image, operator.progress()::note);
        }
    }

    /**
     * Returns which of its containers does not run, or is called unhealthy by the engine, and how
     * that came; absent when there is none.
     */
    public Optional<String> fault() {
        for (Part part : parts()) {
            Optional<ContainerState> state = engine.container(part.container());
            if (state.isEmpty()) {
                return Optional.of("the container of " + part.role() + " is gone");
            }
            if (!state.get().isRunning()) {
                return Optional.of(part.role() + ": " + HealthGate.ended(state.get()));
            }
        }
        return Optional.empty();
    }

    /** Returns the last lines of its logs, without what its secrets hold. */
    public List<String> log(int lines) {
        Redaction redaction = Redaction.of(application);
        List<Part> parts = parts();
        List<String> all = new ArrayList<>();
        for (Part part : parts) {
            for (String line : operator.tail(part.container(), lines)) {
                String prefix = parts.size() == 1 ? "" : part.role() + ": ";
                all.add(prefix + redaction.of(line));
            }
        }
        return all;
    }

    /** Takes everything away that belongs to it, whatever came of it. */
    @Override
    public void close() {
        // An interrupt was heard, and would end each of the commands that it takes.
        boolean interrupted = Thread.interrupted();
        try {
            new TrialRemoval(engine, operator.progress()).remove(application);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
