package io.github.fullstackmaven.render;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Difference;
import io.github.fullstackmaven.model.UnitSettings;
import io.github.fullstackmaven.model.UnitVariables;
import io.github.fullstackmaven.model.Variables;
import io.github.fullstackmaven.model.Volume;
import io.github.fullstackmaven.stages.Build;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the compose file, for people and for hosts without Maven. */
final class ComposeRenderer {
    /** There is no release, no edge in front, and nobody who looks after it but the engine. */
    static final List<Difference> DIFFERENCES =
            List.of(
                    Difference.of("hostname", "the engine's choice: there is no release"),
                    Difference.of(
                            "label role", "`compose`, so that no deployment takes it for a unit"),
                    Difference.of("label release", "absent: there is no release"),
                    Difference.of("label model", "absent: there is no release"),
                    Difference.of("published 8080/tcp", "`httpPort`: there is no edge in front"),
                    Difference.of("process variable HOME", "set by the engine, from the user"),
                    Difference.of("process variable HOSTNAME", "set by the engine"));

    private final TemplateEngine engine;

    ComposeRenderer(TemplateEngine engine) {
        this.engine = engine;
    }

    Artefact render(Application application, RenderOptions options) {
        UnitSettings settings = UnitSettings.of(application);
        Map<String, Object> values = new HashMap<>();
        values.put("yaml", new YamlText());
        values.put("application", application);
        values.put("settings", settings);
        values.put("target", Build.APP);
        values.put("repository", options.repository());
        values.put("dockerfile", options.output() + "/Dockerfile");
        values.put(
                "envFiles",
                application.envFiles().stream().map(f -> options.repository() + "/" + f).toList());
        Map<String, String> environment = new TreeMap<>(UnitVariables.added(application));
        environment.putAll(application.variables().from(Variables.POM));
        values.put("environment", environment);
        values.put("published", application.edge().httpPort() + ":" + settings.gatewayPort());
        values.put("tmpfs", settings.tmpfs() + ":" + settings.tmpfsOptions());
        values.put(
                "namedVolumes",
                application.volumes().stream()
                        .filter(Volume::isNamed)
                        .map(Volume::source)
                        .sorted()
                        .distinct()
                        .toList());
        return Artefact.file("compose.yaml", engine.fill("compose.yaml.vm", values));
    }
}
