package io.github.fullstackmaven.goal.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fullstackmaven.host.LocalPrograms;
import io.github.fullstackmaven.report.Heard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Programs that come and go. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class DevSessionTest {
    @TempDir Path directory;

    private final Heard heard = new Heard();

    private static DevProgram program(String name, String line, Optional<Sources> sources) {
        return new DevProgram(name, ".", line, Map.of(), OptionalInt.empty(), sources, false);
    }

    private DevSession session(DevProgram... programs) {
        DevPlan plan =
                new DevPlan(List.of(), List.of(programs), Optional.empty(), List.of(), List.of());
        return new DevSession(
                plan,
                directory,
                new LocalPrograms(),
                heard,
                new Labels(plan.programs().stream().map(DevProgram::name).toList(), false),
                Duration.ofMillis(500));
    }

    private long pid(String file) throws IOException {
        return Long.parseLong(Files.readString(directory.resolve(file)).strip());
    }

    /** One that has ended stays in the system's table until somebody asks for it. */
    private static boolean isAlive(long pid) {
        Optional<ProcessHandle> handle = ProcessHandle.of(pid);
        handle.ifPresent(one -> one.onExit().completeOnTimeout(one, 5, TimeUnit.SECONDS).join());
        return handle.filter(ProcessHandle::isAlive).isPresent();
    }

    @Test
    void nothingIsLeftNotEvenAGrandchildThatDoesNotListen() throws IOException {
        String stubborn =
                "(trap '' TERM; sh -c 'echo $$ > deep; exec sleep 300') & echo $! > child; wait";
        Path deep = directory.resolve("deep");
        session(program("a", stubborn, Optional.empty()))
                .run(() -> Files.exists(deep) && deep.toFile().length() > 1);
        assertThat(isAlive(pid("deep"))).isFalse();
        assertThat(isAlive(pid("child"))).isFalse();
    }

    @Test
    void whatEndsAtOnceTakesTheOthersDownAndShowsItsLastLines() throws IOException {
        assertThatThrownBy(
                        () ->
                                session(
                                                program(
                                                        "web",
                                                        "echo $$ > other; exec sleep 300",
                                                        Optional.empty()),
                                                program(
                                                        "api",
                                                        "while ! test -s other; do sleep 0.1; done;"
                                                                + " echo no database; exit 3",
                                                        Optional.empty()))
                                        .run(() -> false))
                .hasMessageContaining("FS-DEV-012 .: api ended with 3 at once");
        assertThat(heard.lines())
                .containsSubsequence(
                        "api | no database", "The last lines of api:", "| no database");
        assertThat(isAlive(pid("other"))).isFalse();
    }

    @Test
    void whatEndsLaterLeavesTheOthersAndIsStartedAgainWhenASourceChanges() throws IOException {
        Files.writeString(directory.resolve("main.go"), "1");
        AtomicBoolean changed = new AtomicBoolean();
        DevProgram api =
                program(
                        "api",
                        "echo runs $(cat main.go); sleep 3; exit 4",
                        Optional.of(new Sources(".", Set.of(".go"))));
        session(program("web", "exec sleep 300", Optional.empty()), api)
                .run(
                        () -> {
                            if (heard.lines().stream().anyMatch(l -> l.contains("FS-DEV-014"))
                                    && changed.compareAndSet(false, true)) {
                                write("2 and more");
                            }
                            return heard.lines().contains("api | runs 2 and more");
                        });
        assertThat(heard.lines())
                .anyMatch(line -> line.startsWith("FS-DEV-014 api has ended with 4"))
                .contains("api | a source has changed: started again");
    }

    private void write(String text) {
        try {
            Files.writeString(directory.resolve("main.go"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whenNothingIsLeftItEnds() {
        assertThatThrownBy(
                        () -> session(program("api", "sleep 3", Optional.empty())).run(() -> false))
                .hasMessageContaining("FS-DEV-013");
    }

    @Test
    void aProgramMayReadForeverAndIsNotToldThatItsInputHasEnded() {
        session(program("vite", "cat; echo closed", Optional.empty()))
                .run(() -> heard.lines().contains("vite | closed") || waited());
        assertThat(heard.lines()).doesNotContain("vite | closed");
    }

    private int turns;

    private boolean waited() {
        turns++;
        return turns > 10;
    }
}
