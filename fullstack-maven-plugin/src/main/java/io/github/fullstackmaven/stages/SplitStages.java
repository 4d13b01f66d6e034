package io.github.fullstackmaven.stages;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Health;
import io.github.fullstackmaven.model.Layout;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.UnitSettings;
import io.github.fullstackmaven.model.UnitVariables;
import io.github.fullstackmaven.model.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The images of layout {@code split}: one a process, on the smallest base that fits it. A program
 * that brings everything along gets an image without a system: certificates, time zones, tini, and
 * a static busybox for the health check.
 */
final class SplitStages {
    private static final String MINIMAL = "minimal";
    private static final String BUSYBOX = "/usr/local/bin/busybox";
    private static final String TINI = "/usr/bin/tini";
    private static final String PROGRAMS = "/usr/local/bin/";

    private final Application application;
    private final Map<Service, ServiceStages> services;
    private final UnitSettings settings;
    private final GeneratedContext generated;
    private final ImageLabels labels;

    SplitStages(
            Application application,
            Map<Service, ServiceStages> services,
            GeneratedContext generated,
            ImageLabels labels) {
        this.application = application;
        this.generated = generated;
        this.services = services;
        this.settings = UnitSettings.of(application);
        this.labels = labels;
    }

    List<Stage> stages() {
        List<Stage> stages = new ArrayList<>();
        for (Service process : application.processes()) {
            Optional<String> ground = ServiceStages.of(process, services).ground();
            if (ground.isPresent()) {
                stages.add(onOwnImage(process, ground.get()));
                continue;
            }
            Needs needs = ServiceStages.of(process, services).needs();
            boolean minimal = needs.base().equals(Needs.ANY);
            if ((minimal || bringsAll(needs))
                    && stages.stream().noneMatch(stage -> stage.name().equals(MINIMAL))) {
                stages.add(minimal());
            }
            stages.add(minimal ? onNothing(process, needs) : onBase(process, needs));
        }
        return stages;
    }

    /** The parts of a system that a static program may need. */
    private Stage minimal() {
        return new Stage(
                MINIMAL,
                "The parts of a system that a static program may need.",
                application.images().base(Needs.RUNTIME),
                List.of(
                        DebianPackages.installed(
                                List.of("busybox-static", "ca-certificates", "tini", "tzdata"))));
    }

    private Stage onNothing(Service process, Needs needs) {
        List<Step> steps = new ArrayList<>();
        steps.add(
                Step.Copy.from(
                        MINIMAL,
                        "/etc/ssl/certs/ca-certificates.crt",
                        "/etc/ssl/certs/ca-certificates.crt"));
        steps.add(Step.Copy.from(MINIMAL, "/usr/share/zoneinfo/", "/usr/share/zoneinfo/"));
        steps.add(Step.Copy.from(MINIMAL, "/usr/bin/tini-static", TINI));
        steps.add(Step.Copy.from(MINIMAL, "/usr/bin/busybox", BUSYBOX));
        steps.addAll(HookShell.of(application, List.of(process), BUSYBOX));
        steps.addAll(runs(process, needs, Stage.SCRATCH));
        return stage(process, Stage.SCRATCH, steps);
    }

    private Stage onBase(Service process, Needs needs) {
        String base = application.images().base(needs.base());
        List<Step> steps = new ArrayList<>();
        if (bringsAll(needs)) {
            steps.add(Step.Run.of(DebianPackages.withoutSetUid()));
            steps.add(Step.Copy.from(MINIMAL, TINI, TINI));
        } else {
            List<String> packages = new ArrayList<>(needs.packages());
            packages.addAll(List.of("ca-certificates", "tini"));
            if (!probe(needs).equals(Probe.python())) {
                packages.add("busybox-static");
            }
            packages.sort(null);
            steps.add(DebianPackages.installedToRun(packages));
        }
        steps.addAll(runs(process, needs, base));
        return stage(process, base, steps);
    }

    /** Python's image has authorities and can ask by itself how the service is. */
    private static boolean bringsAll(Needs needs) {
        return probe(needs).equals(Probe.python()) && needs.packages().isEmpty();
    }

    private static Probe probe(Needs needs) {
        return needs.base().equals(PythonStages.ROLE)
                ? Probe.python()
                : Probe.busybox(needs.base().equals(Needs.ANY) ? BUSYBOX : "/usr/bin/busybox");
    }

    /** The service's own image, with what starts it and asks how it is. */
    private Stage onOwnImage(Service process, String ground) {
        List<Step> steps = new ArrayList<>(SelfContainedTools.copied());
        if (!SecretStart.files(application).isEmpty()) {
            steps.add(SelfContainedTools.programs(PROGRAMS));
        }
        String busybox = SelfContainedTools.path("busybox");
        steps.addAll(HookShell.of(application, List.of(process), busybox));
        steps.addAll(volumes(List.of(busybox, "install")));
        steps.add(new Step.User(settings.user()));
        List<String> start = new ArrayList<>(List.of(SelfContainedTools.path("tini"), "--"));
        start.addAll(SecretStart.words(application, List.of()));
        steps.addAll(
                settings(
                        process, application.images().own(process), start, Probe.busybox(busybox)));
        return stage(process, ground, steps);
    }

    private List<Step> runs(Service process, Needs needs, String base) {
        String home = application.home(process);
        List<Step> steps = new ArrayList<>(needs.steps());
        steps.add(
                Step.Copy.of(
                                Stream.concat(
                                                Stream.of(ElfGuard.FILE),
                                                SecretStart.files(application).stream())
                                        .map(generated::file)
                                        .toList(),
                                PROGRAMS)
                        .withMode("0755"));
        steps.addAll(
                volumes(
                        base.equals(Stage.SCRATCH)
                                ? List.of(BUSYBOX, "install")
                                : List.of("install")));
        steps.add(new Step.Workdir(home));
        steps.add(new Step.User(settings.user()));
        Step own =
                Step.Copy.from(
                        process.partOf().orElse(process.name()), Sources.OUT + "/", home + "/");
        ElfGuard guard = new ElfGuard(application);
        Map<Service, Needs> alone = Map.of(process, needs);
        if (base.equals(Stage.SCRATCH)) {
            steps.add(own);
            steps.addAll(guard.check(BUSYBOX, alone));
        } else {
            steps.addAll(guard.before(alone));
            steps.add(own);
            steps.addAll(guard.after(alone));
        }
        List<String> start = new ArrayList<>(List.of(TINI, "--"));
        start.addAll(
                SecretStart.words(
                        application,
                        base.equals(Stage.SCRATCH) ? List.of(BUSYBOX, "sh") : List.of()));
        steps.addAll(settings(process, base, start, probe(needs)));
        return steps;
    }

    /**
     * A fresh named volume takes owner and mode from the directory that it covers.
     *
     * @param install the program that makes directories, and the words before its own
     */
    private List<Step> volumes(List<String> install) {
        List<String> targets =
                application.volumes().stream().map(Volume::target).sorted().distinct().toList();
        if (targets.isEmpty()) {
            return List.of();
        }
        String user = settings.user();
        int colon = user.indexOf(':');
        List<String> argv = new ArrayList<>(install);
        argv.addAll(List.of("-d", "-m", "0750"));
        argv.addAll(List.of("-o", user.substring(0, colon), "-g", user.substring(colon + 1)));
        argv.addAll(targets);
        return List.of(new Step.Exec(argv));
    }

    private List<Step> settings(Service process, String base, List<String> start, Probe probe) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.Env(UnitVariables.alone(application, process)));
        process.port().ifPresent(port -> steps.add(new Step.Expose(port.value())));
        steps.add(new Step.StopSignal(settings.stopSignal()));
        health(process, probe).ifPresent(steps::add);
        List<String> entrypoint = new ArrayList<>(start);
        entrypoint.addAll(process.command(Layout.SPLIT));
        steps.add(new Step.Entrypoint(entrypoint));
        steps.add(new Step.Labels(labels.of(application.name() + "-" + process.name(), base)));
        return steps;
    }

    private Optional<Step> health(Service process, Probe probe) {
        UnitSettings.HealthCheck unit = settings.health();
        return process.port()
                .map(
                        port ->
                                new Step.Healthcheck(
                                        new UnitSettings.HealthCheck(
                                                probe.of(
                                                        port.value(),
                                                        process.health().map(Health::path)),
                                                unit.interval(),
                                                unit.timeout(),
                                                unit.startPeriod(),
                                                unit.retries())));
    }

    private static Stage stage(Service process, String from, List<Step> steps) {
        return new Stage(
                Build.runtime(process), "Layout split: " + process.name() + ".", from, steps);
    }
}
