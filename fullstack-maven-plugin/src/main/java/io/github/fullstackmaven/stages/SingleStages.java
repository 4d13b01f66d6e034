package io.github.fullstackmaven.stages;

import static io.github.fullstackmaven.stages.ShellCommand.shell;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.UnitSettings;
import io.github.fullstackmaven.model.Volume;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The image of layout {@code single}: nginx and the back end, started by a supervisor. */
final class SingleStages {
    private static final String RUNTIME = "runtime";
    private static final String PROGRAMS = "/usr/local/bin/";
    private static final String SETTINGS = "/etc/fullstack/";
    private static final String PAGES = "/usr/share/fullstack/html/";

    /** Generated settings that are copied to {@link #SETTINGS}. */
    private static final List<String> SETTING_FILES =
            List.of(
                    "csp.conf",
                    "mime.types",
                    "nginx.conf",
                    "security-headers.conf",
                    "supervisor.conf");

    private static final List<String> PROGRAM_FILES =
            List.of("fullstack-probe", "fullstack-supervisor");

    private final Application application;
    private final Service backend;
    private final UnitSettings settings;
    private final GeneratedContext generated;
    private final ImageLabels labels;

    SingleStages(
            Application application,
            Service backend,
            GeneratedContext generated,
            ImageLabels labels) {
        this.application = application;
        this.backend = backend;
        this.settings = UnitSettings.of(application);
        this.generated = generated;
        this.labels = labels;
    }

    List<Stage> stages() {
        return List.of(runtime(), app());
    }

    private Stage runtime() {
        return new Stage(
                RUNTIME,
                "What the image needs besides the application.",
                application.images().base("runtime"),
                List.of(
                        Step.Run.of(
                                shell("apt-get update"),
                                shell(
                                        "DEBIAN_FRONTEND=noninteractive apt-get install -y"
                                                + " --no-install-recommends ca-certificates nginx"
                                                + " tini"),
                                shell("rm -rf /var/lib/apt/lists/* /var/cache/* /var/log/*"),
                                shell("find / -xdev -type f -perm /6000 -exec chmod a-s {} +"))));
    }

    private Stage app() {
        List<Step> steps = new ArrayList<>();
        steps.add(directories());
        steps.add(fromContext("0755", PROGRAM_FILES, PROGRAMS));
        steps.add(fromContext("0644", SETTING_FILES, SETTINGS));
        steps.add(
                Step.Copy.from(
                                Build.BACKEND,
                                Sources.OUT + "/" + Program.name(backend),
                                Program.DIRECTORY + "/")
                        .withMode("0755"));
        steps.add(Step.Copy.from(Build.FRONTEND, Sources.OUT + "/", PAGES));
        steps.add(new Step.Workdir(Program.DIRECTORY));
        steps.add(new Step.User(settings.user()));
        steps.add(new Step.Check(shell("nginx -t -q -e stderr -c " + SETTINGS + "nginx.conf")));
        steps.add(new Step.Expose(settings.gatewayPort()));
        steps.add(new Step.StopSignal(settings.stopSignal()));
        steps.add(new Step.Healthcheck(settings.health()));
        steps.add(new Step.Entrypoint(entrypoint()));
        steps.add(new Step.Labels(ociLabels()));
        return new Stage(
                Build.APP, "The application: nginx, the pages and the back end.", RUNTIME, steps);
    }

    /**
     * A fresh named volume takes owner and mode from the directory that it covers. The directory of
     * the settings would take its mode from the files that are copied into it.
     */
    private Step directories() {
        int colon = settings.user().indexOf(':');
        String owner = settings.user().substring(0, colon);
        String group = settings.user().substring(colon + 1);
        List<ShellCommand> commands = new ArrayList<>();
        commands.add(shell("install -d -m 0755 " + SETTINGS));
        application.volumes().stream()
                .map(Volume::target)
                .sorted()
                .distinct()
                .map(target -> shell("install -d -m 0750 -o %s -g %s %s", owner, group, target))
                .forEach(commands::add);
        return new Step.Run(List.of(), commands);
    }

    private Step fromContext(String mode, List<String> files, String target) {
        return Step.Copy.of(files.stream().map(generated::file).toList(), target).withMode(mode);
    }

    private List<String> entrypoint() {
        List<String> argv =
                new ArrayList<>(List.of("/usr/bin/tini", "--", PROGRAMS + "fullstack-supervisor"));
        argv.addAll(backend.start().argv());
        return argv;
    }

    private Map<String, String> ociLabels() {
        Map<String, String> named = new LinkedHashMap<>();
        named.put("org.opencontainers.image.title", application.name());
        named.put("org.opencontainers.image.base.name", application.images().base("runtime"));
        labels.source().ifPresent(v -> named.put("org.opencontainers.image.source", v));
        labels.version().ifPresent(v -> named.put("org.opencontainers.image.version", v));
        labels.revision().ifPresent(v -> named.put("org.opencontainers.image.revision", v));
        return named;
    }
}
