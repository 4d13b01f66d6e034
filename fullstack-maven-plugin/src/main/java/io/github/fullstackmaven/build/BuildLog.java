package io.github.fullstackmaven.build;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the builder's plain log fit to read: which step of which stage, and what the step prints;
 * nothing else.
 */
final class BuildLog {
    private static final Pattern STEP =
            Pattern.compile("#[0-9]+ \\[([^\\]]+)\\] ((?:RUN|COPY|FROM) .*)");
    private static final Pattern OUTPUT = Pattern.compile("#[0-9]+ [0-9]+\\.[0-9]+ (.*)");
    private static final int WIDTH = 110;

    private BuildLog() {}

    /** Returns what a person wants to see of a line, if anything. */
    static Optional<String> readable(String line) {
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
