package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.ExecResult;
import io.github.fullstackmaven.model.Application;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs programs on the edge's volume, whether the edge runs or not. */
final class EdgeVolume {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int TRIES = 3;
    private static final String END = "(all)";

    /** Runs a program with its words, and says when it has ended well. */
    private static final String TO_THE_END =
            "program=$1; shift; /bin/sh -c \"$program\" \"$@\" && echo '" + END + "'";

    private final Engine engine;
    private final Application application;
    private final boolean running;

    /**
     * Takes where they run.
     *
     * @param running whether the edge runs; while it does not, a container of its image runs them
     */
    EdgeVolume(Engine engine, Application application, boolean running) {
        this.engine = engine;
        this.application = application;
        this.running = running;
    }

    /**
     * Returns all that one of the edge's programs says. Engines have been seen to lose the end of
     * what a program wrote and to call it well: so it says when it has said all, and is asked again
     * when that is missing: it has to come to the same when it runs twice. A deployment that
     * believed half of it would take a site for gone.
     */
    String ask(String script, String... words) {
        List<String> program =
                new ArrayList<>(
                        List.of("/bin/sh", "-c", TO_THE_END, "ask", EdgeFiles.script(script)));
        program.add(script);
        program.addAll(List.of(words));
        for (int i = 0; i < TRIES; i++) {
            ExecResult result = run(program);
            if (!result.ok()) {
                throw EdgeProblems.silent(application, engine.info(), result.complaint());
            }
            Optional<String> said = whole(result.out());
            if (said.isPresent()) {
                return said.get();
            }
        }
        throw EdgeProblems.silent(application, engine.info(), "the engine cuts its answers off");
    }

    private ExecResult run(List<String> program) {
        return running
                ? engine.exec(Names.edge(application.edge()), program, "", LIMIT)
                : engine.run(
                        Specs.onEdgeVolume(application, program.toArray(String[]::new)), "", LIMIT);
    }

    private static Optional<String> whole(String out) {
        String said = out.strip();
        return said.endsWith(END)
                ? Optional.of(said.substring(0, said.length() - END.length()).strip())
                : Optional.empty();
    }
}
