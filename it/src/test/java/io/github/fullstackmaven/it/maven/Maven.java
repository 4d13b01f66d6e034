package io.github.fullstackmaven.it.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A real Maven in a process of its own, with the local repository that the invoker projects use:
 * what a user types is what runs.
 */
public final class Maven {
    private static final String COORDINATES =
            "io.github.fullstackmaven:fullstack-maven-plugin:" + System.getProperty("it.version");

    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();

    private Maven(Path directory) {
        this.directory = directory;
    }

    /** Maven, typed in this directory. */
    public static Maven in(Path directory) {
        return new Maven(directory);
    }

    /** A goal of ours as it is typed where no POM names the plugin. */
    public static String goal(String name) {
        return COORDINATES + ":" + name;
    }

    /** Returns the version of ours that is under test. */
    public static String version() {
        return System.getProperty("it.version");
    }

    /** Sets a variable of the process. */
    public Maven with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Runs Maven to its end, whatever that is. */
    public MavenRun run(String... arguments) {
        return run(List.of(arguments));
    }

    /** Runs Maven to its end, whatever that is. */
    public MavenRun run(List<String> arguments) {
        try {
            Path log = Files.createTempFile("maven", ".log");
            Process process = start(arguments, log);
            if (!process.waitFor(30, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("Maven did not end: " + Files.readString(log));
            }
            MavenRun run =
                    new MavenRun(
                            arguments,
                            process.exitValue(),
                            Files.readString(log, StandardCharsets.UTF_8));
            Files.delete(log);
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Writes a program that is this Maven, with arguments besides those that are typed.
     *
     * @return the program, which is called {@code mvn}
     */
    public static Path program(Path directory, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(command());
        words.addAll(List.of(arguments));
        Path program = directory.resolve("mvn");
        String quoted =
                words.stream()
                        .map(word -> "'" + word.replace("'", "'\\''") + "'")
                        .collect(Collectors.joining(" "));
        Files.writeString(program, "#!/bin/sh\nexec " + quoted + " \"$@\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return program;
    }

    private static List<String> command() throws IOException {
        return List.of(
                Path.of(System.getProperty("it.maven.home"), "bin", "mvn").toString(),
                "--batch-mode",
                "--no-transfer-progress",
                "-Dstyle.color=never",
                "--settings",
                settings().toString(),
                "-Dmaven.repo.local=" + System.getProperty("it.maven.localRepository"));
    }

    /** Starts Maven and comes back at once: it goes on until it is told to end. */
    public RunningMaven begin(String... arguments) {
        try {
            Path log = Files.createTempFile("maven", ".log");
            return new RunningMaven(start(List.of(arguments), log), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process start(List<String> arguments, Path log) throws IOException {
        // What a shell starts in the background does not hear of SIGINT, nor do its children: a
        // person's Maven does.
        List<String> argv = new ArrayList<>(List.of("env", "--default-signal=INT"));
        argv.addAll(command());
        argv.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(argv);
        builder.directory(directory.toFile());
        builder.environment().putAll(environment);
        builder.environment().remove("MAVEN_OPTS");
        builder.redirectErrorStream(true);
        builder.redirectOutput(log.toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        return builder.start();
    }

    /** The settings of the invoker projects, with the user's repository filled in. */
    private static synchronized Path settings() throws IOException {
        Path source = Path.of(System.getProperty("it.directory"), "src/it/settings.xml");
        Path filled = Path.of(System.getProperty("it.reports"), "settings-of-tests.xml");
        String repository =
                Path.of(System.getProperty("it.user.localRepository")).toUri().toString();
        String text = Files.readString(source).replace("@localRepositoryUrl@", repository);
        // A Maven that another test has just started may be about to read it.
        if (!Files.exists(filled) || !Files.readString(filled).equals(text)) {
            Files.writeString(filled, text);
        }
        return filled;
    }
}
