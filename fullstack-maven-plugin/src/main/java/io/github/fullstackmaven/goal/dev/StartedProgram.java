package io.github.fullstackmaven.goal.dev;

import io.github.fullstackmaven.host.Command;
import io.github.fullstackmaven.host.LocalPort;
import io.github.fullstackmaven.host.Programs;
import io.github.fullstackmaven.scan.Stamps;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A program that was started, and how it does. */
final class StartedProgram {
    private static final int LINES = 20;

    /** A program that listens nowhere counts as started when it is still there by then. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private final DevProgram spec;
    private final Path directory;
    private final Path sources;
    private final Deque<String> last = new ArrayDeque<>();
    private Programs.Program program;
    private OptionalInt port;
    private Map<String, String> stamps = Map.of();
    private long startedAt;
    private int run;
    private boolean ready;
    private boolean ended;

    StartedProgram(DevProgram spec, Path repository) {
        this.spec = spec;
        this.directory = repository.resolve(spec.directory()).normalize();
        this.sources =
                spec.sources()
                        .map(s -> repository.resolve(s.directory()).normalize())
                        .orElse(directory);
        this.port = spec.port();
    }

    void start(Programs programs, EventSink events) {
        run++;
        int own = run;
        ended = false;
        startedAt = System.nanoTime();
        stamps = stamps();
        program =
                programs.start(
                        Command.of("/bin/sh", "-c", spec.line())
                                .in(directory)
                                .with(spec.environment()),
                        line -> events.said(this, line),
                        exit -> events.ended(this, own, exit));
    }

    DevProgram spec() {
        return spec;
    }

    Programs.Program program() {
        return program;
    }

    OptionalInt port() {
        return port;
    }

    List<String> last() {
        return List.copyOf(last);
    }

    boolean isReady() {
        return ready;
    }

    boolean isEnded() {
        return ended;
    }

    /** Returns true when this is the end of the program that was started last. */
    boolean end(int ofRun) {
        ended = ended || ofRun == run;
        return ofRun == run;
    }

    void remember(String line) {
        last.add(line);
        if (last.size() > LINES) {
            last.remove();
        }
    }

    /** Believes what a dev server says of itself, as long as it does not answer elsewhere. */
    void listensOn(int printed) {
        if (!ready) {
            port = OptionalInt.of(printed);
        }
    }

    /** Returns true once, when it has begun to answer. */
    boolean becomesReady() {
        if (ready || ended) {
            return false;
        }
        ready =
                port.isPresent()
                        ? LocalPort.answering(port.getAsInt()).isPresent()
                        : System.nanoTime() - startedAt > SETTLED.toNanos();
        return ready;
    }

    /** Returns true when a source was changed since it was started. */
    boolean isStale() {
        return spec.sources().isPresent() && !stamps.equals(stamps());
    }

    private Map<String, String> stamps() {
        return spec.sources().map(s -> Stamps.of(sources, s::has)).orElse(Map.of());
    }

    /** Where programs tell what happens to them, from threads of their own. */
    interface EventSink {
        void said(StartedProgram who, String line);

        void ended(StartedProgram who, int run, int exit);
    }
}
