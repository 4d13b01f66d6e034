package io.github.fullstackmaven.detect.evidence;

import java.util.OptionalInt;

/** Guards parsers that follow brackets by recursion against files that nest them without end. */
final class Nesting {
    /** Deeper than any manifest, far from the end of a thread's stack. */
    static final int LIMIT = 200;

    private Nesting() {}

    /**
     * Returns the first line with brackets that are nested too deeply, within a line's strings as
     * well.
     */
    static OptionalInt tooDeep(String text) {
        int depth = 0;
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
            } else if (c == '[' || c == '{') {
                depth++;
            } else if (c == ']' || c == '}') {
                depth = Math.max(0, depth - 1);
            }
            if (depth > LIMIT) {
                return OptionalInt.of(line);
            }
        }
        return OptionalInt.empty();
    }
}
