package io.github.fullstackmaven.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Runs programs on this machine. Ends what still runs when the virtual machine is told to end. */
public final class LocalCommands implements Commands {
    private static final int KEPT_LINES = 400;

    /** After its end: for a machine that is busy, and a child that has the output open. */
    private static final Duration READ_LIMIT = Duration.ofSeconds(20);

    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private final Duration readLimit;

    public LocalCommands() {
        this(READ_LIMIT);
    }

    LocalCommands(Duration readLimit) {
        this.readLimit = readLimit;
    }

    @Override
    public void endAll() {
        running.forEach(p -> p.descendants().forEach(ProcessHandle::destroy));
        running.forEach(Process::destroy);
    }

    @Override
    public Result run(Command command) {
        return execute(command, null);
    }

    @Override
    public Result stream(Command command, Consumer<String> line) {
        return execute(command, line);
    }

    private Result execute(Command command, Consumer<String> line) {
        Process process;
        try {
            process = builder(command).redirectErrorStream(line != null).start();
        } catch (IOException e) {
            return new Result(Result.NOT_FOUND, "", String.valueOf(e.getMessage()));
        }
        running.add(process);
        try {
            Thread writer = background("stdin", () -> write(process, command.input()));
            FutureTask<String> errors = reading("stderr", () -> text(process.getErrorStream()));
            FutureTask<String> output =
                    reading(
                            "stdout",
                            () ->
                                    line == null
                                            ? text(process.getInputStream())
                                            : lines(process.getInputStream(), line));
            boolean ended = process.waitFor(command.limit().toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
            Optional<String> out = said(output);
            Optional<String> err = said(errors);
            writer.join(100);
            String said = err.orElse("");
            if (!ended) {
                String limit = command.limit().toSeconds() + " s";
                said += "took longer than " + limit + " and was ended\n";
            } else if (out.isEmpty() || err.isEmpty()) {
                // What is missing could be anything: half an answer is worse than none.
                said += "ended, but what it wrote could not be read to its end\n";
            }
            boolean whole = ended && out.isPresent() && err.isPresent();
            return new Result(whole ? process.exitValue() : Result.TIMED_OUT, out.orElse(""), said);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            return new Result(130, "", "interrupted");
        } finally {
            running.remove(process);
        }
    }

    @Override
    public Conversation open(Command command) {
        try {
            Process process = builder(command).start();
            running.add(process);
            return new LocalConversation(process);
        } catch (IOException e) {
            return new NoConversation(String.valueOf(e.getMessage()));
        }
    }

    private static ProcessBuilder builder(Command command) {
        Command exact = EncodedEnvironment.of(command, EncodedEnvironment.ofJava());
        ProcessBuilder builder = new ProcessBuilder(exact.argv());
        exact.directory().ifPresent(d -> builder.directory(d.toFile()));
        builder.environment().putAll(exact.environment());
        return builder;
    }

    private static FutureTask<String> reading(String name, Callable<String> body) {
        FutureTask<String> task = new FutureTask<>(body);
        background(name, task);
        return task;
    }

    /** Returns all that was written; nothing when it could not be read to its end. */
    private Optional<String> said(FutureTask<String> output) throws InterruptedException {
        try {
            return Optional.of(output.get(readLimit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        }
    }

    private static Thread background(String name, Runnable body) {
        Thread thread = new Thread(body, "fullstack-" + name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void write(Process process, String input) {
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The program need not read what it is given; its exit code says whether that was a
            // fault.
        }
    }

    private static String text(InputStream stream) throws IOException {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String lines(InputStream stream, Consumer<String> line) {
        Deque<String> last = new ArrayDeque<>();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String next = reader.readLine(); next != null; next = reader.readLine()) {
                line.accept(next);
                last.add(next);
                if (last.size() > KEPT_LINES) {
                    last.remove();
                }
            }
        } catch (IOException e) {
            last.add("(output ended: " + e.getMessage() + ")");
        }
        return String.join("\n", last);
    }

    private final class LocalConversation implements Conversation {
        private static final Duration GRACE = Duration.ofSeconds(20);

        private final Process process;
        private final LinkedBlockingQueue<String> answers = new LinkedBlockingQueue<>();
        private final LinkedBlockingQueue<String> complaints = new LinkedBlockingQueue<>();

        LocalConversation(Process process) {
            this.process = process;
            background("answers", () -> lines(process.getInputStream(), answers::add));
            background("complaints", () -> lines(process.getErrorStream(), complaints::add));
        }

        @Override
        public Optional<String> ask(String line, Duration limit) {
            try {
                answers.clear();
                OutputStream stdin = process.getOutputStream();
                stdin.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                stdin.flush();
                long deadline = System.nanoTime() + limit.toNanos();
                while (System.nanoTime() < deadline) {
                    String answer = answers.poll(50, TimeUnit.MILLISECONDS);
                    if (answer != null) {
                        return Optional.of(answer);
                    }
                    if (!process.isAlive() && answers.isEmpty()) {
                        return Optional.empty();
                    }
                }
                return Optional.empty();
            } catch (IOException e) {
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }

        @Override
        public boolean isOpen() {
            return process.isAlive();
        }

        @Override
        public String err() {
            return String.join("\n", complaints);
        }

        @Override
        public void close() {
            try {
                process.getOutputStream().close();
            } catch (IOException e) {
                // Its end of the pipe is gone already, which is what closing is for.
            }
            try {
                if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            } finally {
                running.remove(process);
            }
        }
    }

    private record NoConversation(String err) implements Conversation {
        @Override
        public Optional<String> ask(String line, Duration limit) {
            return Optional.empty();
        }

        @Override
        public boolean isOpen() {
            return false;
        }

        @Override
        public void close() {}
    }
}
