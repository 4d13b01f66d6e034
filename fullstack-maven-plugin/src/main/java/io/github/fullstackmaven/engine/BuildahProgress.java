package io.github.fullstackmaven.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words buildah's progress as BuildKit does, so that one reader understands both: {@code #7
 * [backend 3/9] RUN …} begins a step, {@code #7 0.0 …} is what it prints.
 */
final class BuildahProgress {
    private static final int KEPT_LINES = 400;

    /** {@code [1/3] STEP 4/6: RUN …}; the bracket is missing where there is one stage. */
    private static final Pattern STEP =
            Pattern.compile("(?:\\[(\\d+)/\\d+\\] )?STEP (\\d+/\\d+): (.*)");

    private static final Pattern NAMED = Pattern.compile("(?i)FROM .*\\sAS\\s+(\\S+)\\s*");
    private static final Pattern FAILED = Pattern.compile("Error: (.*)");
    private static final Pattern STATUS = Pattern.compile(".*exit status (\\d+)");

    /** What it says of its own doings: layers, tags, pulls. */
    private static final Pattern OWN =
            Pattern.compile(
                    "-->.*|(?:\\[\\d+/\\d+\\] )?COMMIT.*|Successfully tagged .*|[0-9a-f]{64}");

    private final Consumer<String> log;
    private final Deque<String> last = new ArrayDeque<>();
    private final Map<String, String> stages = new HashMap<>();
    private int step;

    BuildahProgress(Consumer<String> log) {
        this.log = log;
    }

    /** Takes a line that buildah printed. */
    void line(String line) {
        Matcher begins = STEP.matcher(line);
        Matcher failed = FAILED.matcher(line);
        if (begins.matches()) {
            step++;
            print("[" + stage(begins) + begins.group(2) + "] " + begins.group(3));
        } else if (failed.matches()) {
            // A program in the build may say the same: then this is the last that it said.
            if (!line.contains(" at STEP ")) {
                print("0.0 " + line);
            }
            print("ERROR: " + code(failed.group(1)));
        } else if (!OWN.matcher(line).matches()) {
            print("0.0 " + line);
        }
    }

    /** Returns the last lines, as BuildKit would have said them. */
    String text() {
        return String.join("\n", last);
    }

    /** Only the first step of a stage tells its name. */
    private String stage(Matcher begins) {
        String number = String.valueOf(begins.group(1));
        Matcher named = NAMED.matcher(begins.group(3));
        if (named.matches()) {
            stages.put(number, named.group(1) + " ");
        }
        return stages.getOrDefault(number, "");
    }

    private static String code(String reason) {
        Matcher status = STATUS.matcher(reason);
        return status.matches()
                ? "process did not complete successfully: exit code: " + status.group(1)
                : reason;
    }

    private void print(String text) {
        String line = "#" + step + " " + text;
        last.add(line);
        if (last.size() > KEPT_LINES) {
            last.remove();
        }
        log.accept(line);
    }
}
