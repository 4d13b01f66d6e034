package io.github.fullstackmaven.render;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.UnitSettings;
import io.github.fullstackmaven.model.UnitVariables;
import io.github.fullstackmaven.model.Variables;
import io.github.fullstackmaven.model.Volume;
import io.github.fullstackmaven.stages.Build;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Writes the compose file, for people and for hosts without Maven. */
final class ComposeRenderer {
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
