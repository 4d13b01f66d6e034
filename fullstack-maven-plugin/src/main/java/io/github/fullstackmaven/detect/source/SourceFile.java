package io.github.fullstackmaven.detect.source;

import java.util.List;

/**
 * One source file.
 *
 * @param path its path in the repository
 * @param tokens its tokens, without what is for tests
 */
public record SourceFile(String path, List<Token> tokens) {
    public SourceFile {
        tokens = List.copyOf(tokens);
    }

    /** Returns true for the same file. */
    public boolean isSame(SourceFile other) {
        return path.equals(other.path);
    }

    /** Returns {@code path:line} of a token. */
    public String place(int at) {
        return path + ":" + tokens.get(at).line();
    }
}
