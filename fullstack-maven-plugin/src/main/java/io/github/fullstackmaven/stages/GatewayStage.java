package io.github.fullstackmaven.stages;

import static io.github.fullstackmaven.stages.ShellCommand.shell;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.UnitPart;
import io.github.fullstackmaven.model.UnitSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * The gateway of layout {@code split}: nginx and the pages, and nothing of a process. It is built
 * on the edge's base, so that a machine has one nginx to fetch and to keep up to date.
 */
final class GatewayStage {
    private static final String BASE = "edge";
    private static final String SETTINGS = "/etc/fullstack/";
    private static final String PROGRAMS = "/usr/local/bin/";
    private static final String PROGRAM = "fullstack-gateway";
    private static final List<String> SETTING_FILES =
            List.of(
                    "csp.conf",
                    "mime.types",
                    "nginx.conf",
                    "security-headers.conf",
                    "upstreams.conf");
    private static final List<String> PROGRAM_FILES = List.of(PROGRAM, "fullstack-probe");

    private final Application application;
    private final UnitSettings settings;
    private final GeneratedContext generated;
    private final ImageLabels labels;

    GatewayStage(Application application, GeneratedContext generated, ImageLabels labels) {
        this.application = application;
        this.settings = UnitSettings.of(application).gatewayAlone();
        this.generated = generated;
        this.labels = labels;
    }

    Stage stage() {
        String base = application.images().base(BASE);
        List<Step> steps = new ArrayList<>();
        steps.add(Step.Run.of(shell("install -d -m 0755 " + SETTINGS)));
        steps.add(fromContext("0755", PROGRAM_FILES, PROGRAMS));
        steps.add(fromContext("0644", SETTING_FILES, SETTINGS));
        steps.add(new Step.User(settings.user()));
        steps.add(new Step.Check(shell(PROGRAMS + PROGRAM + " -t -q")));
        application
                .root()
                .filter(root -> !root.isProcess())
                .ifPresent(
                        pages ->
                                steps.add(
                                        Step.Copy.from(
                                                pages.name(),
                                                Sources.OUT + "/",
                                                UnitSettings.PAGES + "/")));
        steps.add(new Step.Expose(settings.gatewayPort()));
        steps.add(new Step.StopSignal(settings.stopSignal()));
        steps.add(new Step.Healthcheck(settings.health()));
        steps.add(new Step.Entrypoint(List.of(PROGRAMS + PROGRAM)));
        steps.add(new Step.Labels(labels.of(application.name(), base)));
        return new Stage(UnitPart.GATEWAY, "Layout split: nginx and the pages.", base, steps);
    }

    private Step fromContext(String mode, List<String> files, String target) {
        return Step.Copy.of(files.stream().map(generated::file).toList(), target).withMode(mode);
    }
}
