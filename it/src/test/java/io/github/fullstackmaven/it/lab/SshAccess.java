package io.github.fullstackmaven.it.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The way by ssh to the machine of an engine in a cell, with keys and settings of its own. The
 * machine is called {@code engine} in these settings and nowhere else. Gone when it is closed.
 */
public final class SshAccess implements AutoCloseable {
    private final Path directory;
    private final Process sshd;

    private SshAccess(Path directory, Process sshd) {
        this.directory = directory;
        this.sshd = sshd;
    }

    /**
     * Opens the way.
     *
     * @param port where sshd listens, on the cell's own address
     * @param directory an empty one with a short name: a socket has to fit into it
     */
    public static SshAccess to(LabEngine engine, int port, Path directory) throws IOException {
        Process sshd =
                new ProcessBuilder(
                                Path.of(System.getProperty("it.directory"), "lab/ssh").toString(),
                                engine.name(),
                                String.valueOf(port),
                                directory.toString())
                        .redirectErrorStream(true)
                        .start();
        BufferedReader said =
                new BufferedReader(
                        new InputStreamReader(sshd.getInputStream(), StandardCharsets.UTF_8));
        String all = "";
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            all += line + "\n";
            if (line.startsWith("Server listening")) {
                drain(said);
                writeProgram(directory);
                return new SshAccess(directory, sshd);
            }
        }
        throw new IllegalStateException(all);
    }

    /** What it says later is of no interest, but has to go somewhere. */
    private static void drain(BufferedReader said) {
        Thread reader = new Thread(() -> said.lines().forEach(line -> {}));
        reader.setDaemon(true);
        reader.start();
    }

    /** The machine's own ssh, with these settings instead of the user's. */
    private static void writeProgram(Path directory) throws IOException {
        Path bin = Files.createDirectories(directory.resolve("bin"));
        Path ssh =
                Files.writeString(
                        bin.resolve("ssh"),
                        "#!/bin/sh\nexec /usr/bin/ssh -F " + directory + "/config \"$@\"\n");
        Files.setPosixFilePermissions(ssh, PosixFilePermissions.fromString("rwx------"));
    }

    /** Returns a {@code PATH} on which {@code ssh} knows the way. */
    public String path() {
        return directory.resolve("bin") + ":" + System.getenv("PATH");
    }

    /** Runs a line of shell on the other machine. */
    public void run(String line) {
        try {
            int exit =
                    new ProcessBuilder(directory.resolve("bin/ssh").toString(), "engine", line)
                            .inheritIO()
                            .start()
                            .waitFor();
            if (exit != 0) {
                throw new IllegalStateException(line + " ended with " + exit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            new ProcessBuilder(directory.resolve("bin/ssh").toString(), "-O", "exit", "engine")
                    .start()
                    .waitFor();
            sshd.destroy();
            sshd.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
