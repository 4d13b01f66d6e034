package io.github.fullstackmaven.goal.templates;

import io.github.fullstackmaven.model.Digest;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From which built-in files a repository's own were copied: what tells a change of the user's from
 * one of ours. It is kept beside them, in the form of {@code sha256sum}.
 *
 * @param digests the SHA-256 of the built-in file by name, as it was then
 */
public record Copied(Map<String, String> digests) {
    /** The file's name. */
    public static final String FILE = "built-in.sha256";

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](\\S+)");

    public Copied {
        digests = Collections.unmodifiableMap(new TreeMap<>(digests));
    }

    /** Reads the file; what is no line of its form counts as not there. */
    public static Copied of(String text) {
        Map<String, String> digests = new TreeMap<>();
        text.lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .forEach(line -> digests.put(line.group(2), line.group(1)));
        return new Copied(digests);
    }

    /** Returns the digest of the built-in file that one was copied from. */
    Optional<String> digest(String name) {
        return Optional.ofNullable(digests.get(name));
    }

    /** Returns the same after a file was copied. */
    public Copied and(String name, String text) {
        Map<String, String> more = new TreeMap<>(digests);
        more.put(name, digestOf(text));
        return new Copied(more);
    }

    /** Returns the file's text. */
    public String text() {
        StringBuilder text = new StringBuilder();
        digests.forEach(
                (name, digest) -> text.append(digest).append("  ").append(name).append('\n'));
        return text.toString();
    }

    /** Returns the SHA-256 of a text whose line ends are those of Unix. */
    static String digestOf(String text) {
        return Digest.of(text.replace("\r\n", "\n"));
    }
}
