package io.github.fullstackmaven.goal;

import io.github.fullstackmaven.build.BuiltImage;
import io.github.fullstackmaven.build.ImageMaker;
import io.github.fullstackmaven.deploy.Trial;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.EngineInfo;
import io.github.fullstackmaven.engine.Engines;
import io.github.fullstackmaven.engine.PortTakenException;
import io.github.fullstackmaven.goal.verify.Judgement;
import io.github.fullstackmaven.goal.verify.Looks;
import io.github.fullstackmaven.goal.verify.Wanted;
import io.github.fullstackmaven.goal.verify.browser.BrowserLook;
import io.github.fullstackmaven.host.HttpSite;
import io.github.fullstackmaven.host.Interruption;
import io.github.fullstackmaven.host.LocalPort;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Checkup;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.Hooks;
import io.github.fullstackmaven.model.Verdict;
import io.github.fullstackmaven.report.Amount;
import io.github.fullstackmaven.report.CheckupTable;
import io.github.fullstackmaven.report.VerifyJson;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Starts the built image as a unit that nobody else sees, asks it, looks into it, and takes it away
 * again.
 */
public final class Verify {
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final int PORTS = 3;
    private static final int SHOWN_LINES = 50;

    private final Workshop workshop;
    private final String engineName;
    private final Wanted wanted;

    /**
     * Takes what verifying needs.
     *
     * @param engineName {@code auto}, {@code docker} or {@code podman}
     * @param wanted what is to be looked at besides what the model says
     */
    public Verify(Workshop workshop, String engineName, Wanted wanted) {
        this.workshop = workshop;
        this.engineName = engineName;
        this.wanted = wanted;
    }

    /**
     * Renders, builds if need be, starts, looks, takes away; prints a line for each check, writes
     * {@code verify.json}, and throws when a check found an error.
     */
    public void run(Inputs inputs) {
        Engine engine = Engines.find(engineName, workshop.commands());
        refuseElsewhere(engine.info());
        ImageMaker.Source source = new Render(workshop).run(inputs);
        Application application =
                new RunSecrets(workshop.console(), System.getenv()).into(source.application());
        Map<String, String> images =
                new Build(workshop, engineName)
                        .make(source, inputs, engine, () -> {}).stream()
                                .collect(Collectors.toMap(BuiltImage::role, BuiltImage::id));
        long begin = System.nanoTime();
        AtomicBoolean cancelled = new AtomicBoolean();
        BrowserLook browser =
                new BrowserLook(
                        workshop.commands(),
                        workshop.files(),
                        inputs.location().output().resolve("verify"));
        List<Verdict> verdicts =
                Interruption.during(
                        () -> cancelled.set(true),
                        () ->
                                new Judgement(inputs.request())
                                        .of(
                                                looked(
                                                        engine,
                                                        application,
                                                        images,
                                                        browser,
                                                        cancelled::get)));
        CheckupTable.print(verdicts.stream().map(Verdict::checkup).toList(), workshop.console());
        workshop.files()
                .write(
                        inputs.location().output().resolve("verify.json"),
                        VerifyJson.of(verdicts, browser.pictures()));
        end(verdicts, Duration.ofNanos(System.nanoTime() - begin));
    }

    /** Prints what {@link #run} would do. */
    public void dryRun(Inputs inputs) {
        Engine engine = Engines.find(engineName, workshop.commands());
        refuseElsewhere(engine.info());
        Build.Planned planned = new Build(workshop, engineName).dryRun(inputs, engine);
        workshop.console()
                .info(
                        "Would start "
                                + planned.source().application().name()
                                + " on a free port of this machine, look at it, and take it away");
    }

    /** What is published on the loopback address of another machine is not reached from here. */
    private static void refuseElsewhere(EngineInfo engine) {
        if (!engine.host().equals(EngineInfo.HERE)) {
            throw FullstackException.machine(
                    Finding.error(
                            "FS-VERIFY-002",
                            "the engine is on " + engine.host() + ", whose loopback is not ours",
                            "verify where the engine is, or with an engine of this machine"));
        }
    }

    private List<Verdict> looked(
            Engine engine,
            Application application,
            Map<String, String> images,
            BrowserLook browser,
            BooleanSupplier cancelled) {
        for (int i = 1; ; i++) {
            try (Trial trial =
                    new Trial(
                            engine,
                            application,
                            images,
                            LocalPort.free(),
                            new ConsoleProgress(workshop.console()),
                            cancelled)) {
                return looked(engine, trial, headers(application), browser);
            } catch (PortTakenException e) {
                if (i == PORTS) {
                    throw FullstackException.machine(
                            Finding.error(
                                    "FS-VERIFY-005",
                                    "no port of this machine was to be had: " + e.getMessage(),
                                    "see what takes them"));
                }
            }
        }
    }

    private List<Verdict> looked(
            Engine engine, Trial trial, Map<String, String> headers, BrowserLook browser) {
        Application application = trial.application();
        List<Verdict> all = new ArrayList<>();
        trial.begin();
        Optional<Verdict> hook = prepared(trial, application.surroundings().hooks());
        hook.ifPresent(all::add);
        if (hook.flatMap(Verdict::problem).filter(Finding::isError).isPresent()) {
            return all;
        }
        trial.start();
        workshop.console().info("Looking at " + application.publicUrl() + "/");
        Looks looks = new Looks(trial, site(application, headers));
        Verdict health = looks.health();
        all.add(health);
        if (!health.checkup().isWell()) {
            trial.log(SHOWN_LINES).forEach(line -> workshop.console().warn("| " + line));
            return all;
        }
        all.addAll(looks.answers(wanted));
        all.addAll(looks.insides(engine));
        all.addAll(looks.pages(browser, wanted.browser(), headers));
        trial.checkpoint();
        trial.fault().ifPresent(why -> all.add(ended(why)));
        return all;
    }

    private static Verdict ended(String why) {
        return Verdict.unwell(
                "end",
                Finding.error(
                        "FS-VERIFY-008",
                        "it ended while it was looked at: " + why,
                        "see what ends it: its log, or too little memory"));
    }

    private static HttpSite site(Application application, Map<String, String> headers) {
        return new HttpSite(
                application.edge().httpPort(),
                URI.create(application.publicUrl()).getRawAuthority(),
                ANSWER,
                headers);
    }

    /** Asked as by the edge of the model, which may have TLS. */
    private static Map<String, String> headers(Application deployed) {
        return deployed.tls().isPresent() ? Map.of("X-Forwarded-Proto", "https") : Map.of();
    }

    /** What it migrates may be a database that others use, so it is run only when asked for. */
    private Optional<Verdict> prepared(Trial trial, Hooks hooks) {
        String id = "FS-VERIFY-007";
        String subject = "preDeploy";
        return hooks.before()
                .map(
                        hook -> {
                            if (!wanted.preDeploy()) {
                                return Verdict.unwell(
                                        subject,
                                        Finding.info(
                                                id,
                                                "it was not run before the unit was started",
                                                "-Dfullstack.verifyPreDeploy runs it"));
                            }
                            return trial.prepare(hook, hooks.limit())
                                    .map(
                                            why ->
                                                    Verdict.unwell(
                                                            subject,
                                                            Finding.error(
                                                                    id,
                                                                    "it failed: " + why,
                                                                    "see what it printed above")))
                                    .orElseGet(() -> Verdict.well(id, subject, "ended well"));
                        });
    }

    private void end(List<Verdict> verdicts, Duration took) {
        List<Finding> errors =
                verdicts.stream()
                        .flatMap(v -> v.problem().stream())
                        .filter(Finding::isError)
                        .toList();
        if (!errors.isEmpty()) {
            throw FullstackException.project(
                    Finding.error(
                            "FS-VERIFY-006",
                            errors.size() == 1
                                    ? "one check failed: " + errors.get(0).message()
                                    : errors.size()
                                            + " checks failed: "
                                            + errors.stream()
                                                    .map(Finding::id)
                                                    .distinct()
                                                    .sorted()
                                                    .collect(Collectors.joining(", ")),
                            "each has its remedy above"));
        }
        long well = verdicts.stream().map(Verdict::checkup).filter(Checkup::isWell).count();
        workshop.console()
                .info(
                        well
                                + " of "
                                + verdicts.size()
                                + " checks are ok, none failed, in "
                                + Amount.of(took));
    }
}
