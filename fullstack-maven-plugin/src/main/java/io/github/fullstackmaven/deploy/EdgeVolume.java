package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.ExecResult;
import io.github.fullstackmaven.model.Application;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads the edge's volume, whether the edge runs or not. */
final class EdgeVolume {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Engine engine;
    private final Application application;
    private final boolean running;

    /**
     * Takes where to read.
     *
     * @param running whether the edge runs; while it does not, a container of its image reads
     */
    EdgeVolume(Engine engine, Application application, boolean running) {
        this.engine = engine;
        this.application = application;
        this.running = running;
    }

    /** Returns what one of the edge's programs says. */
    String ask(String script, String... words) {
        List<String> program =
                new ArrayList<>(List.of("/bin/sh", "-c", EdgeFiles.script(script), script));
        program.addAll(List.of(words));
        ExecResult result =
                running
                        ? engine.exec(Names.edge(application.edge()), program, "", LIMIT)
                        : engine.run(
                                Specs.onEdgeVolume(application, program.toArray(String[]::new)),
                                "",
                                LIMIT);
        if (!result.ok()) {
            throw Problems.edgeSilent(application, result.complaint());
        }
        return result.out();
    }
}
