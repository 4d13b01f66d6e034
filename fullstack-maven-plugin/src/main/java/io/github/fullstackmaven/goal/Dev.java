package io.github.fullstackmaven.goal;

import io.github.fullstackmaven.goal.dev.DevPlan;
import io.github.fullstackmaven.goal.dev.DevPlanner;
import io.github.fullstackmaven.goal.dev.DevProgram;
import io.github.fullstackmaven.goal.dev.DevSession;
import io.github.fullstackmaven.goal.dev.Labels;
import io.github.fullstackmaven.goal.dev.Machine;
import io.github.fullstackmaven.goal.dev.Step;
import io.github.fullstackmaven.goal.dev.ThisMachine;
import io.github.fullstackmaven.goal.dev.Wanted;
import io.github.fullstackmaven.host.Command;
import io.github.fullstackmaven.host.Interruption;
import io.github.fullstackmaven.host.LocalPrograms;
import io.github.fullstackmaven.host.Programs;
import io.github.fullstackmaven.host.Result;
import io.github.fullstackmaven.host.Terminal;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.scan.DiskTree;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Starts the front end's dev server and the back ends on this machine, without containers, until
 * somebody ends it.
 */
public final class Dev {
    private final Workshop workshop;
    private final Programs programs;
    private final Machine machine;
    private final boolean terminal;

    /**
     * Takes what starting needs.
     *
     * @param terminal whether a person sees the output as it is
     */
    public Dev(Workshop workshop, Programs programs, Machine machine, boolean terminal) {
        this.workshop = workshop;
        this.programs = programs;
        this.machine = machine;
        this.terminal = terminal;
    }

    /** Returns what starts programs of this machine. */
    public static Dev onThisMachine(Workshop workshop) {
        return new Dev(
                workshop,
                new LocalPrograms(),
                new ThisMachine(System.getenv().getOrDefault("PATH", "")),
                Terminal.isThere());
    }

    /** Installs what is missing, starts everything, and comes back once it was told to end. */
    public void run(Inputs inputs, Wanted wanted) {
        Application application = settled(inputs);
        DevPlan plan = plan(application, inputs, wanted);
        Path repository = inputs.location().monorepo();
        Labels labels = new Labels(names(plan), terminal);
        AtomicBoolean cancelled = new AtomicBoolean();
        Interruption.during(
                () -> {
                    cancelled.set(true);
                    workshop.commands().endAll();
                },
                () -> {
                    for (Step step : plan.before()) {
                        if (!cancelled.get()) {
                            prepare(step, repository, application.timing().build(), cancelled);
                        }
                    }
                    new DevSession(
                                    coloured(plan),
                                    repository,
                                    programs,
                                    workshop.console(),
                                    labels,
                                    application.timing().stop())
                            .run(cancelled::get);
                    return cancelled;
                });
    }

    /** Prints what {@link #run} would do. */
    public void dryRun(Inputs inputs, Wanted wanted) {
        DevPlan plan = plan(settled(inputs), inputs, wanted);
        plan.before()
                .forEach(
                        step ->
                                workshop.console()
                                        .info(
                                                "Would run in "
                                                        + step.directory()
                                                        + ": "
                                                        + step.line()));
        for (DevProgram program : plan.programs()) {
            workshop.console().info("Would start " + program);
            workshop.console().info("  with " + String.join(", ", program.environment().keySet()));
        }
    }

    private Application settled(Inputs inputs) {
        return new RunSecrets(workshop.console(), System.getenv())
                .into(new Planning(workshop).settled(inputs));
    }

    private DevPlan plan(Application application, Inputs inputs, Wanted wanted) {
        DiskTree tree = new DiskTree(inputs.location().monorepo());
        DevPlan plan = new DevPlanner(application, tree, machine, wanted).plan();
        plan.findings().forEach(workshop.console()::finding);
        return plan;
    }

    private static Set<String> names(DevPlan plan) {
        Set<String> names = new LinkedHashSet<>();
        plan.programs().forEach(program -> names.add(program.name()));
        plan.before().forEach(step -> names.add(step.service()));
        return names;
    }

    private void prepare(Step step, Path repository, Duration limit, AtomicBoolean cancelled) {
        Labels labels = new Labels(List.of(step.service()), terminal);
        workshop.console().info("Running in " + step.directory() + ": " + step.line());
        Result result =
                workshop.commands().stream(
                        Command.of("/bin/sh", "-c", step.line())
                                .in(repository.resolve(step.directory()))
                                .with(Map.of("COREPACK_ENABLE_DOWNLOAD_PROMPT", "0"))
                                .within(limit),
                        line -> labels.print(step.service(), line, workshop.console()));
        if (!result.ok() && !cancelled.get()) {
            throw FullstackException.project(
                    Finding.error(
                                    "FS-DEV-016",
                                    "what "
                                            + step.service()
                                            + " needs could not be installed or built: "
                                            + step.line()
                                            + " ended with "
                                            + result.exit(),
                                    "see its last lines above, or run it yourself there")
                            .at(step.directory()));
        }
    }

    /** Tools that see no terminal, but whose lines reach one, are told so. */
    private DevPlan coloured(DevPlan plan) {
        if (!terminal) {
            return plan;
        }
        List<DevProgram> programs = new ArrayList<>();
        for (DevProgram program : plan.programs()) {
            Map<String, String> environment = new TreeMap<>(program.environment());
            environment.putIfAbsent("FORCE_COLOR", "1");
            environment.putIfAbsent("CARGO_TERM_COLOR", "always");
            programs.add(program.with(environment));
        }
        return new DevPlan(
                plan.before(), programs, plan.entry(), plan.handovers(), plan.findings());
    }
}
