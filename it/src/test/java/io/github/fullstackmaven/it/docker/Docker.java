package io.github.fullstackmaven.it.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The engine's own command line: what the tests see of containers they see through it. */
public final class Docker {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String LABEL = "io.github.fullstackmaven.";

    private Docker() {}

    /**
     * How a command ended.
     *
     * @param exit its exit code
     * @param output standard output and errors
     */
    public record Ended(int exit, String output) {}

    /** Runs a command that has to succeed and returns what it printed. */
    public static String run(String... arguments) {
        return run(Path.of("/"), arguments);
    }

    /** Runs a command in a directory; it has to succeed. */
    public static String run(Path directory, String... arguments) {
        Ended ended = attempt(directory, Map.of(), arguments);
        if (ended.exit() != 0) {
            throw new IllegalStateException(
                    "docker " + String.join(" ", arguments) + "\n" + ended.output());
        }
        return ended.output();
    }

    /** Runs a command, whatever its end. */
    public static Ended attempt(
            Path directory, Map<String, String> environment, String... arguments) {
        List<String> argv = new ArrayList<>(List.of("docker"));
        argv.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(argv).directory(directory.toFile());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            byte[] output = process.getInputStream().readAllBytes();
            return new Ended(process.waitFor(), new String(output, StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Returns what the engine knows of a container, an image, a network or a volume. */
    public static JsonNode inspect(String object) {
        try {
            return JSON.readTree(run("inspect", object)).get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns ids of an application's containers, running or not; the environment in lower case.
     */
    public static SortedSet<String> containersOf(String application, String environment) {
        return listed(
                run(
                        "ps",
                        "--all",
                        "--no-trunc",
                        "--quiet",
                        "--filter",
                        "label=" + LABEL + "application=" + application,
                        "--filter",
                        "label=" + LABEL + "environment=" + environment));
    }

    /** Returns every container, network and volume of this engine, by kind and name. */
    public static SortedSet<String> everything() {
        SortedSet<String> names = new TreeSet<>();
        listed(run("ps", "--all", "--format", "{{.Names}}"))
                .forEach(n -> names.add("container " + n));
        listed(run("network", "ls", "--format", "{{.Name}}"))
                .forEach(n -> names.add("network " + n));
        listed(run("volume", "ls", "--format", "{{.Name}}")).forEach(n -> names.add("volume " + n));
        return names;
    }

    /** Returns names and ids of the images of a repository. */
    public static SortedSet<String> images(String repository) {
        return listed(run("images", "--no-trunc", "--format", "{{.Tag}} {{.ID}}", repository));
    }

    private static SortedSet<String> listed(String output) {
        return new TreeSet<>(output.lines().filter(l -> !l.isBlank()).toList());
    }
}
