package io.github.fullstackmaven.render;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Health;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.UnitSettings;
import java.util.HashMap;
import java.util.Map;

/** Writes how the supervisor runs gateway and back end. */
final class SupervisorRenderer {
    private final TemplateEngine engine;

    SupervisorRenderer(TemplateEngine engine) {
        this.engine = engine;
    }

    Artefact render(Application application) {
        Service backend = application.backend().orElseThrow();
        UnitSettings settings = UnitSettings.of(application);
        Map<String, Object> values = new HashMap<>();
        values.put("shell", new ShellText());
        values.put("readySeconds", (int) application.timing().ready().toSeconds());
        values.put("drainSeconds", (int) settings.gatewayDrain().toSeconds());
        values.put("stopSeconds", (int) settings.backendStop().toSeconds());
        values.put("port", backend.port().orElseThrow().value());
        values.put("path", backend.health().map(Health::path).orElse(""));
        return Artefact.file("context/supervisor.conf", engine.fill("supervisor.conf.vm", values));
    }
}
