package io.github.fullstackmaven.stages;

import static io.github.fullstackmaven.stages.ShellCommand.shell;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.UnitSettings;
import io.github.fullstackmaven.model.Volume;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The image of layout {@code single}: nginx and all processes, started by a supervisor. */
final class SingleStages {
    private static final String SETTINGS = "/etc/fullstack/";
    private static final String PAGES = UnitSettings.PAGES + "/";

    /** Generated settings that are copied to {@link #SETTINGS}. */
    private static final List<String> SETTING_FILES =
            List.of(
                    "csp.conf",
                    "mime.types",
                    "nginx.conf",
                    "security-headers.conf",
                    "supervisor.conf");

    private static final List<String> PACKAGES = List.of("ca-certificates", "nginx", "tini");
    private static final List<String> PROGRAM_FILES =
            List.of(ElfGuard.FILE, "fullstack-probe", "fullstack-supervisor");

    private final Application application;
    private final Map<Service, ServiceStages> services;
    private final UnitSettings settings;
    private final GeneratedContext generated;
    private final ImageLabels labels;

    SingleStages(
            Application application,
            Map<Service, ServiceStages> services,
            GeneratedContext generated,
            ImageLabels labels) {
        this.application = application;
        this.services = services;
        this.settings = UnitSettings.of(application);
        this.generated = generated;
        this.labels = labels;
    }

    List<Stage> stages() {
        Ground ground = ground();
        List<Stage> stages = new ArrayList<>(ground.stages());
        stages.add(app(ground));
        return stages;
    }

    private Ground ground() {
        Optional<Map.Entry<Service, ServiceStages>> own =
                services.entrySet().stream().filter(e -> hasGround(e.getValue())).findFirst();
        if (own.isEmpty()) {
            return new DebianGround(
                    application.images(), base(), packages(), programs(application, generated));
        }
        refuseOthers();
        return new OwnImageGround(
                own.get().getValue().ground().orElseThrow(),
                application.images().own(own.get().getKey()));
    }

    /** Returns the files of the context that the unit runs. */
    static List<String> programs(Application application, GeneratedContext generated) {
        return Stream.concat(PROGRAM_FILES.stream(), SecretStart.files(application).stream())
                .sorted()
                .map(generated::file)
                .toList();
    }

    private static boolean hasGround(ServiceStages stages) {
        return stages.ground().isPresent();
    }

    /** On an image of a service's own stands beside it what brings everything along. */
    private void refuseOthers() {
        long own = services.values().stream().filter(SingleStages::hasGround).count();
        List<String> demanding =
                services.entrySet().stream()
                        .filter(
                                e ->
                                        hasGround(e.getValue())
                                                || !e.getValue().needs().base().equals(Needs.ANY)
                                                || !e.getValue().needs().packages().isEmpty())
                        .map(e -> e.getKey().name())
                        .toList();
        if (own > 1 || demanding.size() > 1) {
            throw FullstackException.project(
                    Finding.error(
                            "FS-STAGES-005",
                            "one image cannot stand on the bases of "
                                    + String.join(" and ", demanding)
                                    + ": a Dockerfile of a service's own brings its own base",
                            "use layout split"));
        }
    }

    /** All services share one image: its base is the one that asks for most. */
    private String base() {
        List<String> special =
                needs().map(Needs::base)
                        .filter(base -> !base.equals(Needs.ANY) && !base.equals(Needs.RUNTIME))
                        .distinct()
                        .toList();
        if (special.size() > 1) {
            throw FullstackException.project(
                    Finding.error(
                            "FS-STAGES-005",
                            "one image cannot stand on the bases of "
                                    + String.join(" and ", special),
                            "use layout split"));
        }
        return special.isEmpty() ? Needs.RUNTIME : special.get(0);
    }

    private List<String> packages() {
        return Stream.concat(PACKAGES.stream(), needs().flatMap(n -> n.packages().stream()))
                .sorted()
                .distinct()
                .toList();
    }

    /** A process that comes with the image on which all stands is there already. */
    private List<Service> copied() {
        return services.entrySet().stream()
                .filter(e -> e.getKey().isProcess() && !hasGround(e.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Also those that run what another service builds. */
    private Map<Service, Needs> processes() {
        Map<Service, Needs> processes = new LinkedHashMap<>();
        for (Service process : application.processes()) {
            processes.put(process, ServiceStages.of(process, services).needs());
        }
        return processes;
    }

    private Stream<Needs> needs() {
        return services.values().stream().map(ServiceStages::needs);
    }

    private Stage app(Ground ground) {
        List<Step> steps = new ArrayList<>(ground.begin());
        steps.addAll(ground.hookShell(application));
        steps.add(directories(ground));
        steps.add(ground.programs());
        steps.add(fromContext("0644", SETTING_FILES, SETTINGS));
        needs().flatMap(needs -> needs.steps().stream()).distinct().forEach(steps::add);
        steps.addAll(ground.workdir());
        steps.add(new Step.User(settings.user()));
        // What depends on no file of the application itself comes before these.
        ElfGuard guard = new ElfGuard(application);
        Map<Service, Needs> processes = processes();
        steps.addAll(guard.before(processes));
        steps.add(
                new Step.Check(
                        shell(
                                ground.tool("nginx")
                                        + " -t -q -e stderr -c "
                                        + SETTINGS
                                        + "nginx.conf")));
        for (Service process : copied()) {
            steps.add(
                    Step.Copy.from(
                            process.name(), Sources.OUT + "/", application.home(process) + "/"));
        }
        application
                .root()
                .filter(root -> !root.isProcess())
                .ifPresent(
                        pages -> steps.add(Step.Copy.from(pages.name(), Sources.OUT + "/", PAGES)));
        steps.addAll(guard.after(processes));
        steps.add(new Step.Expose(settings.gatewayPort()));
        steps.add(new Step.StopSignal(settings.stopSignal()));
        steps.add(new Step.Healthcheck(settings.health()));
        steps.add(new Step.Entrypoint(ground.entrypoint()));
        steps.add(new Step.Labels(labels.of(application.name(), ground.base())));
        return new Stage(
                Build.APP,
                "The application: nginx, the pages and the processes.",
                ground.from(),
                steps);
    }

    /**
     * A fresh named volume takes owner and mode from the directory that it covers. The directory of
     * the settings would take its mode from the files that are copied into it.
     */
    private Step directories(Ground ground) {
        int colon = settings.user().indexOf(':');
        String owner = settings.user().substring(0, colon);
        String group = settings.user().substring(colon + 1);
        List<ShellCommand> commands = new ArrayList<>();
        commands.add(shell(ground.tool("install") + " -d -m 0755 " + SETTINGS));
        application.volumes().stream()
                .map(Volume::target)
                .sorted()
                .distinct()
                .map(
                        target ->
                                shell(
                                        ground.tool("install") + " -d -m 0750 -o %s -g %s %s",
                                        owner,
                                        group,
                                        target))
                .forEach(commands::add);
        return new Step.Run(List.of(), commands);
    }

    private Step fromContext(String mode, List<String> files, String target) {
        return Step.Copy.of(files.stream().map(generated::file).toList(), target).withMode(mode);
    }
}
