package io.github.fullstackmaven.detect.rust;

import io.github.fullstackmaven.detect.source.Token;
import java.util.List;

/**
 * One source file.
 *
 * @param path its path in the repository
 * @param tokens its tokens, without what is for tests
 */
record RustSource(String path, List<Token> tokens) {
    /** Returns true for the same file. */
    boolean isSame(RustSource other) {
        return path.equals(other.path);
    }

    /** Returns {@code path:line} of a token. */
    String place(int at) {
        return path + ":" + tokens.get(at).line();
    }
}
