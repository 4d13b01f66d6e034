package io.github.fullstackmaven.it.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Maven that goes on by itself, and every process that it has started. */
public final class RunningMaven implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process process;
    private final Path log;

    RunningMaven(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Returns everything that it has printed. */
    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has printed something. */
    public MatchResult prints(String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            boolean alive = process.isAlive();
            Matcher found = wanted.matcher(output());
            if (found.find()) {
                return found.toMatchResult();
            }
            assertThat(alive).as("no \"%s\" in%n%s", pattern, output()).isTrue();
            assertThat(System.nanoTime())
                    .as("no \"%s\" in%n%s", pattern, output())
                    .isLessThan(deadline);
            pause();
        }
    }

    /** Returns the processes that it has started, and those that these have. */
    public List<ProcessHandle> family() {
        return process.descendants().toList();
    }

    /** Sends it a signal, and waits for its end. */
    public void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).as(output()).isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends it and all that it has started, whatever state they are in. */
    @Override
    public void close() {
        family().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        log.toFile().delete();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
