package io.github.fullstackmaven.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Programs of this machine. */
public final class LocalPrograms implements Programs {
    /** How often it is looked which programs a program has started. */
    private static final long LOOK_MILLIS = 300;

    @Override
    public Program start(Command command, Consumer<String> line, IntConsumer ended) {
        Command exact = EncodedEnvironment.of(command, EncodedEnvironment.ofJava());
        ProcessBuilder builder = new ProcessBuilder(exact.argv()).redirectErrorStream(true);
        exact.directory().ifPresent(d -> builder.directory(d.toFile()));
        builder.environment().putAll(exact.environment());
        try {
            return new LocalProgram(builder.start(), line, ended);
        } catch (IOException e) {
            line.accept(String.valueOf(e.getMessage()));
            ended.accept(Result.NOT_FOUND);
            return new NoProgram();
        }
    }

    /**
     * Keeps who belongs to it while it runs: what a program started is no longer known as its child
     * once that program has ended, and would go on unseen.
     */
    private static final class LocalProgram implements Program {
        private final Process process;
        private final Set<ProcessHandle> family = ConcurrentHashMap.newKeySet();

        LocalProgram(Process process, Consumer<String> line, IntConsumer ended) {
            this.process = process;
            family.add(process.toHandle());
            daemon("family", this::follow);
            daemon("output", () -> read(line, ended));
        }

        @Override
        public void terminate() {
            look();
            family.forEach(ProcessHandle::destroy);
        }

        @Override
        public void kill() {
            look();
            family.forEach(ProcessHandle::destroyForcibly);
        }

        @Override
        public boolean isGone() {
            look();
            return family.stream().noneMatch(LocalProgram::runs);
        }

        /**
         * One that has ended stays in the table while nobody asks for it, in containers for good.
         */
        private static boolean runs(ProcessHandle handle) {
            if (!handle.isAlive()) {
                return false;
            }
            try {
                String stat = Files.readString(Path.of("/proc", handle.pid() + "", "stat"));
                return !stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
            } catch (IOException anotherSystem) {
                return handle.isAlive();
            }
        }

        private void look() {
            for (ProcessHandle known : Set.copyOf(family)) {
                known.descendants().forEach(family::add);
            }
        }

        private void follow() {
            try {
                do {
                    look();
                    family.removeIf(known -> !known.isAlive() && !known.equals(handle()));
                } while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private ProcessHandle handle() {
            return process.toHandle();
        }

        private void read(Consumer<String> line, IntConsumer ended) {
            try (BufferedReader reader =
                    new BufferedReader(
                            new InputStreamReader(
                                    process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String next = reader.readLine(); next != null; next = reader.readLine()) {
                    line.accept(next);
                }
            } catch (IOException e) {
                line.accept("(output ended: " + e.getMessage() + ")");
            }
            try {
                ended.accept(process.waitFor());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static void daemon(String name, Runnable body) {
            Thread thread = new Thread(body, "fullstack-program-" + name);
            thread.setDaemon(true);
            thread.start();
        }
    }

    private record NoProgram() implements Program {
        @Override
        public void terminate() {}

        @Override
        public void kill() {}

        @Override
        public boolean isGone() {
            return true;
        }
    }
}
