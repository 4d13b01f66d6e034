package io.github.fullstackmaven.engine;

import io.github.fullstackmaven.host.Result;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the plain progress of a failed build: which stage failed, and what it said last. */
final class BuildFailure {
    private static final int SHOWN_LINES = 25;

    /** {@code #12 [backend 5/9] RUN cargo build}. */
    private static final Pattern STEP =
            Pattern.compile("#(\\d+) \\[(?:(\\S+)\\s+)?\\d+/\\d+\\] (.*)");

    private static final Pattern FAILED = Pattern.compile("#(\\d+) (?:ERROR: (.*)|CANCELED)");
    private static final Pattern SAID = Pattern.compile("#(\\d+) [\\d.]+ (.*)");

    /** How builder and engine say that an image cannot be fetched. */
    private static final List<Pattern> NO_IMAGE =
            List.of(
                    Pattern.compile(
                            "failed to resolve source metadata for ([^\\s:]+(?::\\d+/[^\\s:]+)?(?::[^\\s:]+)?): (.*)"),
                    Pattern.compile(
                            "(?:initializing|copying|reading) source docker://([^\\s:]+(?::\\d+/[^\\s:]+)?(?::[^\\s:]+)?): (.*)"),
                    Pattern.compile("pull access denied for ([^\\s,]+), (.*)"),
                    Pattern.compile(
                            "[Ee]rror getting (?:credentials|image) .*?([\\w./:-]+): (.*)"));

    /** What a stage of ours says when it finds something missing: id, setting, message, remedy. */
    private static final Pattern FINDING =
            Pattern.compile("(FS-[A-Z]+-\\d{3}) ([^:]+): (.+); (.+)");

    /** After its reason npm prints all options of the command. */
    private static final Pattern HELP = Pattern.compile("npm (?:error|ERR!) Usage:.*");

    private BuildFailure() {}

    /** Returns what to tell the user. */
    static FullstackException of(ImageBuild build, Result result) {
        List<String> lines = result.out().lines().toList();
        if (result.exit() == Result.TIMED_OUT) {
            return FullstackException.project(
                    Finding.error(
                            "FS-BUILD-002",
                            "building stage '"
                                    + build.what()
                                    + "' took longer than "
                                    + build.limit().toSeconds()
                                    + " s and was ended",
                            "set fullstack.buildTimeout, or see what the build waits for:"
                                    + quoted(lines)));
        }
        Optional<FullstackException> missing = missingImage(lines);
        return missing.orElseGet(() -> failedStage(build, lines, result));
    }

    /** Says that an image cannot be had, when that is what the lines say. */
    static Optional<FullstackException> missingImage(List<String> lines) {
        for (String line : lines) {
            for (Pattern pattern : NO_IMAGE) {
                Matcher matcher = pattern.matcher(line);
                if (matcher.find()) {
                    return Optional.of(missingImage(matcher.group(1), matcher.group(2)));
                }
            }
        }
        return Optional.empty();
    }

    /** Says that an image cannot be had. */
    static FullstackException missingImage(String image, String why) {
        return FullstackException.machine(
                Finding.error(
                        "FS-IMAGE-001",
                        "the image "
                                + image
                                + " is not on the engine and cannot be fetched: "
                                + why,
                        "check the network, or name a mirror that has it with fullstack.baseRegistry"));
    }

    private static boolean isOfNpm(Matcher output) {
        return output.group(2).startsWith("npm error") || output.group(2).startsWith("npm ERR!");
    }

    private static FullstackException failedStage(
            ImageBuild build, List<String> lines, Result result) {
        String step = "";
        String stage = build.what();
        String instruction = "";
        String reason = result.lastLine();
        for (String line : lines) {
            Matcher failed = FAILED.matcher(line);
            if (failed.matches() && failed.group(2) != null) {
                step = failed.group(1);
                reason = failed.group(2);
            }
        }
        Deque<String> said = new ArrayDeque<>();
        boolean help = false;
        for (String line : lines) {
            Matcher named = STEP.matcher(line);
            if (named.matches() && named.group(1).equals(step)) {
                stage = named.group(2) == null ? stage : named.group(2);
                instruction = named.group(3);
            }
            Matcher output = SAID.matcher(line);
            if (output.matches() && output.group(1).equals(step)) {
                help = HELP.matcher(output.group(2)).matches() || (help && isOfNpm(output));
                if (help) {
                    continue;
                }
                said.add(output.group(2));
                if (said.size() > SHOWN_LINES) {
                    said.remove();
                }
            }
        }
        for (String line : said) {
            Matcher finding = FINDING.matcher(line);
            if (finding.matches()) {
                return FullstackException.project(
                        Finding.error(finding.group(1), finding.group(3), finding.group(4))
                                .at(finding.group(2)));
            }
        }
        String what =
                instruction.isEmpty() ? "" : " at '" + shortened(instruction.strip(), 100) + "'";
        return FullstackException.project(
                Finding.error(
                        "FS-BUILD-001",
                        "stage '" + stage + "' failed" + what + ": " + exitOf(reason),
                        said.isEmpty()
                                ? "the build said:" + quoted(lines)
                                : "its last lines say why:" + quoted(List.copyOf(said))));
    }

    private static String exitOf(String reason) {
        int at = reason.lastIndexOf("exit code:");
        return at < 0 ? shortened(reason, 200) : reason.substring(at);
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + "…";
    }

    private static String quoted(List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.stream()
                .skip(Math.max(0, lines.size() - SHOWN_LINES))
                .forEach(l -> text.append("\n  | ").append(l));
        return text.toString();
    }
}
