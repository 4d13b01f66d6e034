package io.github.fullstackmaven.render;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Health;
import io.github.fullstackmaven.model.SecretVariables;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.UnitSettings;
import io.github.fullstackmaven.model.UnitVariables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes what the supervisor runs beside the gateway, and how. */
final class SupervisorRenderer {
    private final TemplateEngine engine;

    SupervisorRenderer(TemplateEngine engine) {
        this.engine = engine;
    }

    /**
     * One process of a unit.
     *
     * @param number from 1, in the order of the start
     * @param name what it is called in the log
     * @param port where it listens; empty for one that does not
     * @param health the path that answers when it is well; empty: the open port is enough
     * @param home the directory in which it is started
     * @param variables what it finds in its environment besides the unit's variables, as {@code
     *     NAME=value}
     * @param argv program and arguments
     */
    public record Line(
            int number,
            String name,
            String port,
            String health,
            String home,
            List<String> variables,
            List<String> argv) {}

    Artefact render(Application application) {
        UnitSettings settings = UnitSettings.of(application);
        Map<String, Object> values = new HashMap<>();
        values.put("shell", new ShellText());
        values.put("readySeconds", (int) application.timing().ready().toSeconds());
        values.put("drainSeconds", (int) settings.gatewayDrain().toSeconds());
        values.put("stopSeconds", (int) settings.backendStop().toSeconds());
        List<String> start = new ArrayList<>(SecretVariables.start(application));
        start.add(application.hasOwnImage() ? UnitSettings.TOOLS + "/bin/env" : "/usr/bin/env");
        values.put("start", start);
        values.put("processes", processes(application));
        return Artefact.file("context/supervisor.conf", engine.fill("supervisor.conf.vm", values));
    }

    private static List<Line> processes(Application application) {
        List<Service> services = application.processes();
        List<Line> processes = new ArrayList<>();
        for (Service service : services) {
            processes.add(
                    new Line(
                            processes.size() + 1,
                            service.name(),
                            service.port().map(port -> String.valueOf(port.value())).orElse(""),
                            service.health().map(Health::path).orElse(""),
                            application.home(service),
                            services.size() == 1 ? List.of() : own(application, service),
                            service.command(application.layout())));
        }
        return processes;
    }

    private static List<String> own(Application application, Service service) {
        return UnitVariables.of(application, service).entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .toList();
    }
}
