package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.model.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A change of the edge's files: what to put and what to remove, in this order. */
final class Change {
    private final List<String> words = new ArrayList<>();
    private final StringBuilder contents = new StringBuilder();

    /** Puts a file; its content goes by standard input, its digest by argument. */
    Change put(String path, String content) {
        int bytes = content.getBytes(StandardCharsets.UTF_8).length;
        words.addAll(List.of("put", path, String.valueOf(bytes), Digest.of(content)));
        contents.append(content);
        return this;
    }

    /** Removes a file or a directory. */
    Change remove(String path) {
        words.addAll(List.of("remove", path));
        return this;
    }

    /** Returns the arguments of {@code apply}. */
    List<String> words() {
        return List.copyOf(words);
    }

    /** Returns what {@code apply} reads. */
    String contents() {
        return contents.toString();
    }
}
