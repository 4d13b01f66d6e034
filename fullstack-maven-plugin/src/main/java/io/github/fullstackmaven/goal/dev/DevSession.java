package io.github.fullstackmaven.goal.dev;

import io.github.fullstackmaven.host.Programs;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.report.Console;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Starts the programs, prints what they say, starts again what has changed, and ends all of them.
 * One thread does it all; the others only hand on what programs say.
 */
public final class DevSession {
    private static final long PAUSE_MILLIS = 100;
    private static final long LOOK_MILLIS = 700;

    /** Nobody refuses to be killed, but it takes the system a moment. */
    private static final Duration KILLED = Duration.ofSeconds(2);

    private final DevPlan plan;
    private final Programs programs;
    private final Console console;
    private final Labels labels;
    private final Duration grace;
    private final List<StartedProgram> all = new ArrayList<>();
    private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private boolean told;
    private long lookedAt;

    private record Event(StartedProgram who, Optional<String> line, int run, int exit) {}

    /**
     * Takes what is started.
     *
     * @param repository the repository's root
     * @param grace how long programs may take to end
     */
    public DevSession(
            DevPlan plan,
            Path repository,
            Programs programs,
            Console console,
            Labels labels,
            Duration grace) {
        this.plan = plan;
        this.programs = programs;
        this.console = console;
        this.labels = labels;
        this.grace = grace;
        plan.programs().forEach(spec -> all.add(new StartedProgram(spec, repository)));
    }

    /**
     * Goes on until it is told to end; nothing that it started is left then.
     *
     * @throws FullstackException {@code FS-DEV-012} when a program ends before it answers, {@code
     *     FS-DEV-013} when none is left that could be started again, {@code FS-DEV-017} when the
     *     thread that this runs in is interrupted
     */
    public void run(BooleanSupplier cancelled) {
        try {
            all.forEach(this::start);
            while (!cancelled.getAsBoolean()) {
                step();
            }
        } finally {
            end(all);
        }
    }

    private void start(StartedProgram one) {
        one.start(
                programs,
                new StartedProgram.EventSink() {
                    @Override
                    public void said(StartedProgram who, String line) {
                        events.add(new Event(who, Optional.of(line), 0, 0));
                    }

                    @Override
                    public void ended(StartedProgram who, int run, int exit) {
                        events.add(new Event(who, Optional.empty(), run, exit));
                    }
                });
    }

    private void step() {
        next().ifPresent(this::happened);
        for (StartedProgram one : all) {
            if (one.becomesReady()) {
                tell(one);
            }
        }
        if (!told && all.stream().allMatch(StartedProgram::isReady)) {
            told = true;
            opened();
        }
        long now = System.nanoTime();
        if (now - lookedAt > TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS)) {
            lookedAt = now;
            all.stream().filter(StartedProgram::isStale).toList().forEach(this::again);
        }
    }

    private Optional<Event> next() {
        try {
            return Optional.ofNullable(events.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw FullstackException.machine(
                    Finding.error(
                            "FS-DEV-017", "the goal was interrupted", "type fullstack:dev again"));
        }
    }

    private void happened(Event event) {
        StartedProgram who = event.who();
        if (event.line().isPresent()) {
            String line = event.line().get();
            who.remember(line);
            labels.print(who.spec().name(), line, console);
            if (who.spec().pages()) {
                PrintedAddress.portIn(line).ifPresent(who::listensOn);
            }
        } else if (who.end(event.run())) {
            ended(who, event.exit());
        }
    }

    private void ended(StartedProgram who, int exit) {
        String name = who.spec().name();
        if (!who.isReady()) {
            throw atStart(who, exit);
        }
        boolean again = who.spec().sources().isPresent();
        console.finding(
                Finding.warning(
                        "FS-DEV-014",
                        name + " has ended with " + exit + ", what else was started goes on",
                        again
                                ? "mend it: it is started again when a source changes"
                                : "see its last lines, mend it, and type fullstack:dev again"));
        boolean hope = all.stream().anyMatch(k -> !k.isEnded() || k.spec().sources().isPresent());
        if (!hope) {
            throw FullstackException.project(
                    Finding.error(
                            "FS-DEV-013",
                            "every program has ended",
                            "see their last lines, mend them, and type fullstack:dev again"));
        }
    }

    private FullstackException atStart(StartedProgram who, int exit) {
        String name = who.spec().name();
        console.warn("The last lines of " + name + ":");
        who.last().forEach(line -> console.warn("| " + line));
        return FullstackException.project(
                Finding.error(
                                "FS-DEV-012",
                                name
                                        + " ended with "
                                        + exit
                                        + (who.port().isPresent()
                                                ? " before it answered on port "
                                                        + who.port().getAsInt()
                                                : " at once"),
                                "see its last lines above; it was started with: "
                                        + who.spec().line())
                        .at(who.spec().directory()));
    }

    private void tell(StartedProgram one) {
        one.port()
                .ifPresent(
                        port ->
                                labels.print(
                                        one.spec().name(), "answers on port " + port, console));
    }

    private void opened() {
        Optional<StartedProgram> entry =
                all.stream()
                        .filter(k -> plan.entry().filter(k.spec().name()::equals).isPresent())
                        .findFirst();
        if (entry.isPresent() && entry.get().port().isPresent()) {
            int port = entry.get().port().getAsInt();
            new ProxyLook(port).of(plan.handovers()).forEach(console::finding);
            console.info("Open http://localhost:" + port + "/ (Ctrl-C ends everything)");
        }
    }

    private void again(StartedProgram one) {
        labels.print(one.spec().name(), "a source has changed: started again", console);
        end(List.of(one));
        start(one);
    }

    private void end(List<StartedProgram> some) {
        List<Programs.Program> open = new ArrayList<>();
        some.forEach(k -> Optional.ofNullable(k.program()).ifPresent(open::add));
        open.forEach(Programs.Program::terminate);
        if (!gone(open, grace)) {
            open.forEach(Programs.Program::kill);
            gone(open, KILLED);
        }
    }

    private static boolean gone(List<Programs.Program> open, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!open.stream().allMatch(Programs.Program::isGone)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            // What was started is ended all the same.
            Thread.currentThread().interrupt();
        }
    }
}
