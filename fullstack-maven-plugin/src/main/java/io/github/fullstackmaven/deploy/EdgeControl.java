package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.ExecResult;
import io.github.fullstackmaven.model.Application;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Talks to the running edge: each method is one program in its container. */
final class EdgeControl {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String NONE = "-";

    /** How the program for changes ends while another change goes on. */
    private static final int BUSY = 75;

    /** How it ends in an edge that has made way for another, or is just starting. */
    private static final int NOT_SERVING = 76;

    /** How the program itself ends when it has looked at the change: there is no sense in more. */
    private static final Set<Integer> JUDGED = Set.of(0, 2, 4, 9);

    /** How often a change is tried that nobody has looked at; each waits for some seconds. */
    private static final int TRIES = 6;

    private static final Duration PAUSE = Duration.ofMillis(300);

    /** How much is kept of an application's former releases. */
    private static final int KEPT_BYTES = 64 << 20;

    private final Engine engine;
    private final Application application;
    private final UpgradeUnderWay upgrade;
    private final String edge;

    /**
     * Takes which edge is talked to.
     *
     * @param progress hears what is waited for
     */
    EdgeControl(Engine engine, Application application, Progress progress) {
        this.engine = engine;
        this.application = application;
        this.upgrade = new UpgradeUnderWay(engine, application.edge(), progress);
        this.edge = Names.edge(application.edge());
    }

    /**
     * What a unit answers through the edge.
     *
     * @param status the status of {@code /readyz}; 000 when there was no answer
     * @param identity what {@code /healthz} said
     */
    record Answer(String status, String identity) {}

    /** Returns the version of the nginx that the edge runs; nothing while it does not run. */
    static Optional<String> version(Engine engine, Application application) {
        List<String> program = List.of("/bin/sh", "-c", EdgeFiles.script("made"), "made");
        ExecResult result = engine.exec(Names.edge(application.edge()), program, "", LIMIT);
        return result.ok() && !result.out().isEmpty()
                ? Optional.of(result.out())
                : Optional.empty();
    }

    /** Makes the edge's volume ready; the edge itself need not be there. */
    ExecResult prepare() {
        return engine.run(
                Specs.edgeInit(application), EdgeFiles.nginx() + EdgeFiles.types(), LIMIT);
    }

    /** Returns true when the edge answers. */
    boolean answers() {
        return engine.exec(
                        edge,
                        List.of(
                                "curl",
                                "-sf",
                                "-m",
                                "2",
                                "--unix-socket",
                                "/tmp/admin.sock",
                                "http://edge/alive"),
                        "",
                        LIMIT)
                .ok();
    }

    /**
     * Changes the edge's files in one piece.
     *
     * @param live the release that has to be live before; empty for none
     * @param next the release that has to be live after; empty for none
     * @return the workers that served before, when it went well
     */
    ExecResult apply(String live, String next, Change change) {
        List<String> words = new ArrayList<>(List.of(Names.key(application), or(live), or(next)));
        words.addAll(change.words());
        String[] all = words.toArray(String[]::new);
        ExecResult result = script("apply", change.contents(), all);
        for (int tries = 1; !result.timedOut() && !JUDGED.contains(result.exit()); ) {
            if (!awaitUpgrade()) {
                boolean mayPass = result.exit() == BUSY || result.exit() == NOT_SERVING;
                if (!mayPass || tries++ == TRIES) {
                    return result;
                }
                Pause.of(PAUSE);
            }
            // By its name: it may be another edge now.
            result = script("apply", change.contents(), all);
        }
        return result;
    }

    /** Waits while somebody upgrades the edge; returns whether somebody did. */
    boolean awaitUpgrade() {
        return upgrade.awaitEnd();
    }

    /** Returns the release that the edge serves, once no change is under way; empty for none. */
    String generation() {
        return script("generation", "", Names.key(application)).out();
    }

    /** Asks a unit for its health. */
    Answer probe(String release) {
        String host = application.domain().orElse("localhost");
        String[] words =
                script("probe", "", Names.upstream(application, release), host).out().split(" ", 2);
        return new Answer(words[0], words.length > 1 ? words[1].strip() : "");
    }

    /**
     * Sees to it that the edge can find a unit by its name. The name server of podman before 5.0
     * starts anew whenever a container joins or leaves, and at times does not come back; the next
     * one that joins and leaves brings it back.
     */
    void makeKnown(String release) {
        String name = Names.alias(application, release);
        List<String> lookup = List.of("timeout", "2", "getent", "ahostsv4", name);
        if (!engine.exec(edge, lookup, "", LIMIT).ok()) {
            engine.run(Specs.visitor(application), "", LIMIT);
        }
    }

    /** Returns how many answers there were since the switch, and how many were errors. */
    List<Integer> answersAndErrors() {
        String[] words = script("watch", "", Names.key(application)).out().split(" ", -1);
        return words.length == 2 && words[0].matches("\\d+") && words[1].matches("\\d+")
                ? List.of(Integer.valueOf(words[0]), Integer.valueOf(words[1]))
                : List.of(0, 0);
    }

    /** Waits until old workers are gone; returns false when the time was up. */
    boolean drain(Duration limit, List<String> workers) {
        List<String> words = new ArrayList<>(List.of(String.valueOf(limit.toSeconds())));
        words.addAll(workers);
        List<String> program = program("drain", words.toArray(String[]::new));
        return engine.exec(edge, program, "", limit.plus(LIMIT)).ok();
    }

    /** Returns the application's site as it is now; empty when there is none. */
    String site() {
        return new EdgeVolume(engine, application, true).ask("site", Names.project(application));
    }

    /**
     * Keeps files of a release for the time when it is gone.
     *
     * @param port where the unit's gateway listens
     * @param names the paths of its files, as a browser asks for them
     * @return how many are kept
     */
    ExecResult keep(String release, int port, List<String> names) {
        return script(
                "kept",
                String.join("\n", names) + "\n",
                Names.project(application),
                release,
                "http://" + Names.alias(application, release) + ":" + port,
                application.domain().orElse("localhost"),
                String.valueOf(application.retain() + 1),
                String.valueOf(KEPT_BYTES));
    }

    /** Removes the files that are kept. */
    void forgetKept() {
        String directory = "/edge/kept/" + Names.project(application);
        engine.exec(edge, List.of("rm", "-rf", directory), "", LIMIT);
    }

    /** Removes the record of a release. */
    ExecResult forget(String release) {
        return script("forget", "", Names.project(application), release);
    }

    /** Adds a line to the journal. */
    ExecResult journal(String line) {
        return script("journal", line + "\n", Names.project(application));
    }

    private ExecResult script(String name, String input, String... words) {
        return engine.exec(edge, program(name, words), input, LIMIT);
    }

    /** Returns the command that runs one of the edge's programs. */
    static List<String> program(String name, String... words) {
        List<String> program =
                new ArrayList<>(List.of("/bin/sh", "-c", EdgeFiles.script(name), name));
        program.addAll(List.of(words));
        return program;
    }

    private static String or(String release) {
        return release.isEmpty() ? NONE : release;
    }
}
