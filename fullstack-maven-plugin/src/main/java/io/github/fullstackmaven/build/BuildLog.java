package io.github.fullstackmaven.build;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the builder's plain log fit to read: which step of which stage is done, and what the step
 * prints; nothing else. Steps whose layer is there already are not told.
 */
final class BuildLog {
    private static final Pattern STEP =
            Pattern.compile("#[0-9]+ \\[([^\\]]+)\\] ((?:RUN|COPY|FROM) .*)");
    private static final Pattern OUTPUT = Pattern.compile("#[0-9]+ [0-9]+\\.[0-9]+ (.*)");

    /** What follows at once on the name of a step that need not be done, or of a base at hand. */
    private static final Pattern THERE = Pattern.compile("#[0-9]+ (?:CACHED|DONE 0\\.0s)");

    private static final int WIDTH = 110;

    private final Consumer<String> reader;

    /** A step that was named, while it is not known yet whether it has to be done. */
    private String held = "";

    /** Takes who reads it. */
    BuildLog(Consumer<String> reader) {
        this.reader = reader;
    }

    /** Takes a line of the builder's. */
    void line(String line) {
        if (!held.isEmpty() && !THERE.matcher(line).matches()) {
            readable(held).ifPresent(reader);
        }
        held = "";
        if (STEP.matcher(line).matches()) {
            held = line;
        } else {
            readable(line).ifPresent(reader);
        }
    }

    /** Returns what a person wants to see of a line, if anything. */
    private static Optional<String> readable(String line) {
        Matcher step = STEP.matcher(line);
        if (step.matches()) {
            return Optional.of(shortened(step.group(1) + "  " + withoutMounts(step.group(2))));
        }
        Matcher output = OUTPUT.matcher(line);
        if (output.matches() && !output.group(1).isBlank()) {
            return Optional.of(shortened("    " + output.group(1)));
        }
        return Optional.empty();
    }

    private static String withoutMounts(String instruction) {
        return instruction
                .replaceAll("--mount=\\S+ +", "")
                .replaceAll("\\s+", " ")
                .replaceFirst("\\[\"/bin/sh\", \"-c\", \"(.*)\"\\]$", "$1")
                .replaceFirst("\\{ (test -f \\S+) \\|\\| \\{ echo .*? exit 1; \\}; \\}", "$1");
    }

    private static String shortened(String text) {
        return text.length() <= WIDTH ? text : text.substring(0, WIDTH - 1) + "…";
    }
}
