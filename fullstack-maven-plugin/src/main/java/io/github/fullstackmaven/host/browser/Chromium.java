package io.github.fullstackmaven.host.browser;

import io.github.fullstackmaven.host.Command;
import io.github.fullstackmaven.host.Commands;
import io.github.fullstackmaven.host.FileStore;
import io.github.fullstackmaven.host.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A Chromium without a window and with a profile of its own. It ends when it is closed, and by
 * itself when that is forgotten.
 */
public final class Chromium implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration END = Duration.ofSeconds(5);

    /** Where it writes its port and the path of its conversation, a line each. */
    private static final String PORT = "DevToolsActivePort";

    private final Path profile;
    private final Thread thread;
    private final DevTools tools;

    private Chromium(Path profile, Thread thread, DevTools tools) {
        this.profile = profile;
        this.thread = thread;
        this.tools = tools;
    }

    /**
     * Starts one.
     *
     * @param program its executable
     * @param host a name that leads to this machine
     * @throws BrowserException when it does not start in time
     */
    public static Chromium start(Commands commands, Path program, String host) {
        Path profile = profile();
        CompletableFuture<Result> end = new CompletableFuture<>();
        Command command = Command.of(argv(program, host, profile)).within(LONGEST);
        Thread thread = new Thread(() -> end.complete(commands.run(command)), "fullstack-browser");
        thread.setDaemon(true);
        thread.start();
        try {
            return new Chromium(profile, thread, DevTools.at(address(profile, end)));
        } catch (BrowserException e) {
            gone(thread, profile);
            throw e;
        }
    }

    private static List<String> argv(Path program, String host, Path profile) {
        List<String> argv =
                new ArrayList<>(
                        List.of(
                                program.toString(),
                                "--headless",
                                "--remote-debugging-port=0",
                                "--user-data-dir=" + profile,
                                "--host-resolver-rules=MAP " + host + " 127.0.0.1",
                                "--proxy-bypass-list=" + host,
                                "--window-size=1280,800",
                                "--no-first-run",
                                "--no-default-browser-check",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-dev-shm-usage",
                                "--disable-extensions",
                                "--disable-gpu",
                                "--disable-sync",
                                "--mute-audio"));
        if (System.getProperty("user.name", "").equals("root")) {
            // Chromium does not start as root otherwise.
            argv.add("--no-sandbox");
        }
        argv.add("about:blank");
        return argv;
    }

    private static URI address(Path profile, CompletableFuture<Result> end) {
        long deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline) {
            if (end.isDone()) {
                Result result = end.join();
                throw new BrowserException("it ended: " + result.lastLine());
            }
            List<String> lines = lines(profile.resolve(PORT));
            if (lines.size() > 1) {
                return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
            }
            pause();
        }
        throw new BrowserException("it did not start within " + START.toSeconds() + " s");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrowserException("interrupted");
        }
    }

    private static Path profile() {
        try {
            return Files.createTempDirectory("fullstack-browser");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the conversation with it. */
    public DevTools tools() {
        return tools;
    }

    @Override
    public void close() {
        try {
            tools.call("", "Browser.close", Map.of());
        } catch (BrowserException e) {
            // It is gone already, or is made to go.
        }
        tools.close();
        gone(thread, profile);
    }

    private static void gone(Thread thread, Path profile) {
        boolean interrupted = Thread.interrupted();
        try {
            thread.join(END.toMillis());
            if (thread.isAlive()) {
                // Whoever runs the program ends it then.
                thread.interrupt();
                thread.join(END.toMillis());
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        try {
            new FileStore().remove(profile);
        } catch (UncheckedIOException e) {
            // What still writes there ends in a moment; the system clears its temporary files.
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
