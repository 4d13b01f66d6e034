package io.github.fullstackmaven.goal.dev;

import io.github.fullstackmaven.detect.node.DevProject;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.scan.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * The dev server of a front end.
 *
 * @param service the front end
 * @param project its project
 * @param script the script that starts it
 * @param text that script
 */
record PagesLaunch(Service service, DevProject project, String script, String text) {
    private static final List<String> SCRIPTS = List.of("dev", "develop", "start", "serve");

    /**
     * Finds the script.
     *
     * @throws FullstackException {@code FS-DEV-001} when there is none
     */
    static PagesLaunch of(Service service, DevProject project) {
        String script =
                SCRIPTS.stream()
                        .filter(
                                name ->
                                        project.scripts().containsKey(name)
                                                && NodeTool.develops(
                                                        name, project.scripts().get(name)))
                        .findFirst()
                        .orElseThrow(() -> none(service, project));
        return new PagesLaunch(service, project, script, project.scripts().get(script));
    }

    private static FullstackException none(Service service, DevProject project) {
        return FullstackException.project(
                Finding.error(
                                "FS-DEV-001",
                                "no script starts a dev server of " + service.name(),
                                "add \"dev\": \""
                                        + service.framework().orElse("vite")
                                        + "\" to the scripts, or name one in <devCommands>")
                        .at(project.manifest()));
    }

    /** Returns the port that it takes unless it is told otherwise; empty: nobody here knows. */
    OptionalInt port() {
        Optional<Integer> port =
                DevServerTool.portIn(text)
                        .or(project::port)
                        .or(() -> DevServerTool.in(text).map(DevServerTool::port));
        return port.isPresent() ? OptionalInt.of(port.get()) : OptionalInt.empty();
    }

    /** Returns whether it can be told to take another port. */
    boolean takesPort() {
        return DevServerTool.in(text).isPresent();
    }

    /** Returns how it is started; with a port, on that one. */
    Launch launch(OptionalInt told, Tree tree, Predicate<String> onPath) {
        NodeTool tool = NodeTool.of(service, onPath);
        Optional<String> flag = DevServerTool.in(text).flatMap(DevServerTool::flag);
        String arguments =
                told.isPresent() ? flag.map(f -> f + " " + told.getAsInt()).orElse("") : "";
        Launch launch =
                Launch.reloading(Launch.exec(tool.run(script, arguments)), tool.program())
                        .after(tool.installation(service, tree));
        boolean byVariable = told.isPresent() && flag.isEmpty();
        return byVariable ? launch.with(Map.of("PORT", String.valueOf(told.getAsInt()))) : launch;
    }
}
