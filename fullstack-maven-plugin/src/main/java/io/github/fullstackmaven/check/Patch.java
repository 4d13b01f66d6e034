package io.github.fullstackmaven.check;

import java.util.ArrayList;
import java.util.List;

/**
 * A change that is suggested to a file.
 *
 * @param path the file, relative to the repository
 * @param before its text
 * @param after the text that is suggested; it has the same lines, some of them with other content
 */
public record Patch(String path, String before, String after) {
    private static final int CONTEXT = 3;

    /** Returns the change as {@code git apply} and {@code patch -p1} take it, line by line. */
    public List<String> unified() {
        String[] old = before.split("\n", -1);
        String[] fresh = after.split("\n", -1);
        int count = before.endsWith("\n") ? old.length - 1 : old.length;
        List<String> diff = new ArrayList<>(List.of("--- a/" + path, "+++ b/" + path));
        int line = 0;
        while (line < count) {
            if (old[line].equals(fresh[line])) {
                line++;
                continue;
            }
            int end = endOfHunk(old, fresh, line, count);
            int from = Math.max(0, line - CONTEXT);
            int to = Math.min(count, end + CONTEXT);
            diff.add("@@ -" + range(from, to) + " +" + range(from, to) + " @@");
            hunk(old, fresh, from, to, diff);
            if (to == count && !before.endsWith("\n")) {
                diff.add("\\ No newline at end of file");
            }
            line = to;
        }
        return diff;
    }

    /** Changes that are nearer to each other than their surroundings reach share a hunk. */
    private static int endOfHunk(String[] old, String[] fresh, int first, int count) {
        int end = first + 1;
        for (int i = end; i < Math.min(count, end + 2 * CONTEXT); i++) {
            if (!old[i].equals(fresh[i])) {
                end = i + 1;
            }
        }
        return end;
    }

    private static void hunk(String[] old, String[] fresh, int from, int to, List<String> diff) {
        int i = from;
        while (i < to) {
            if (old[i].equals(fresh[i])) {
                diff.add(" " + old[i++]);
                continue;
            }
            int begin = i;
            while (i < to && !old[i].equals(fresh[i])) {
                diff.add("-" + old[i++]);
            }
            for (int j = begin; j < i; j++) {
                diff.add("+" + fresh[j]);
            }
        }
    }

    private static String range(int from, int to) {
        return (from + 1) + "," + (to - from);
    }
}
