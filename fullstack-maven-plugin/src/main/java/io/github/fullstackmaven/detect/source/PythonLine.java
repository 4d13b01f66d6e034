package io.github.fullstackmaven.detect.source;

import java.util.List;

/**
 * One logical line of a Python source: what stands in brackets or after a backslash belongs to it.
 *
 * @param line its first line, from 1
 * @param indent how far it is indented
 * @param nested whether it belongs to a function or class
 * @param tokens its tokens; at least one
 */
public record PythonLine(int line, int indent, boolean nested, List<Token> tokens) {
    public PythonLine {
        tokens = List.copyOf(tokens);
    }

    /** Returns true when the line begins with these words and signs. */
    public boolean begins(String... texts) {
        return Tokens.matches(tokens, 0, texts);
    }

    /** Returns the place of the first of these words and signs one after the other; -1 if none. */
    public int find(String... texts) {
        for (int i = 0; i + texts.length <= tokens.size(); i++) {
            if (Tokens.matches(tokens, i, texts)) {
                return i;
            }
        }
        return -1;
    }
}
