package io.github.fullstackmaven.it.stacks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The linter that the lab installed, and the rules that our files break on purpose. */
final class Hadolint {
    private static final Path LAB =
            Path.of(System.getProperty("it.directory"), "lab", "hadolint").toAbsolutePath();
    private static final Path EXPLAINED = LAB.resolve("explained.yaml");
    private static final Pattern IGNORED = Pattern.compile("\\s+- ([A-Z]+\\d+)");
    private static final Pattern FINDING = Pattern.compile("(.+?):(\\d+) ([A-Z]+\\d+) ");

    private Hadolint() {}

    /** What it found, a line each, in the files as they are explained. */
    static List<String> unexplained(List<Path> dockerfiles) {
        return findings(List.of("--config", EXPLAINED.toString()), dockerfiles);
    }

    /**
     * A rule that a line breaks, explained or not.
     *
     * @param rule its id
     * @param dockerfile the file
     * @param line the line's number
     */
    record Broken(String rule, Path dockerfile, int line) {}

    /** Every rule that is broken in the files, explained or not. */
    static List<Broken> broken(List<Path> dockerfiles) throws IOException {
        Path nothing = Files.createTempFile("hadolint", ".yaml");
        Files.writeString(nothing, "ignored: []\n");
        List<Broken> broken =
                findings(List.of("--config", nothing.toString()), dockerfiles).stream()
                        .map(FINDING::matcher)
                        .filter(Matcher::lookingAt)
                        .map(
                                m ->
                                        new Broken(
                                                m.group(3),
                                                Path.of(m.group(1)),
                                                Integer.parseInt(m.group(2))))
                        .toList();
        Files.delete(nothing);
        return broken;
    }

    /** The rules that are explained, each with its reason: the comment above it. */
    static Map<String, String> explained() throws IOException {
        Map<String, String> reasons = new TreeMap<>();
        String reason = "";
        for (String line : Files.readAllLines(EXPLAINED)) {
            Matcher ignored = IGNORED.matcher(line);
            if (ignored.matches()) {
                reasons.put(ignored.group(1), reason);
            }
            reason = line.strip().startsWith("# ") ? line.strip().substring(2) : "";
        }
        return reasons;
    }

    private static List<String> findings(List<String> options, List<Path> dockerfiles) {
        List<String> argv = new ArrayList<>(List.of(executable(), "--no-color", "--no-fail"));
        argv.addAll(options);
        dockerfiles.forEach(d -> argv.add(d.toString()));
        return run(argv);
    }

    private static String executable() {
        return run(List.of(LAB.resolve("install").toString(), "--which")).get(0);
    }

    private static List<String> run(List<String> argv) {
        try {
            Process process = new ProcessBuilder(argv).redirectErrorStream(true).start();
            process.getOutputStream().close();
            byte[] output = process.getInputStream().readAllBytes();
            String text = new String(output, StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", argv) + "\n" + text);
            }
            return text.lines().filter(l -> !l.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
