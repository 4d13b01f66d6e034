package io.github.fullstackmaven.scan;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A directory as it was when it was listed. What an entry is costs a system call each, so it is
 * asked when it matters and once: most files of a repository are never looked at.
 */
final class Listing {
    /** What an entry is; a link is not followed. */
    enum Kind {
        FILE,
        DIRECTORY,
        LINK,
        /** Nothing that is there, or a device, a socket … */
        NONE
    }

    /** Java's sign for a name that this process cannot spell. */
    private static final char UNSPEAKABLE = '\uFFFD';

    private final TreeMap<String, Path> entries = new TreeMap<>();
    private final Map<String, Kind> kinds = new HashMap<>();

    private Listing() {}

    /** Lists a directory. */
    static Listing of(Path directory) throws IOException {
        Listing listing = new Listing();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            for (Path entry : stream) {
                listing.entries.put(entry.getFileName().toString(), entry);
            }
        } catch (DirectoryIteratorException broken) {
            throw broken.getCause();
        }
        return listing;
    }

    /** Returns the path of an entry that is there. */
    Path path(String name) {
        return entries.get(name);
    }

    /** Returns the names of a kind, sorted; only what is wanted is looked at. */
    List<String> names(Predicate<String> wanted, Predicate<Kind> kind) {
        return entries.keySet().stream()
                .filter(wanted)
                .filter(name -> kind.test(kind(name)))
                .toList();
    }

    /** Returns the names that cannot be used as paths in this process. */
    List<String> unspeakable() {
        return entries.keySet().stream().filter(name -> name.indexOf(UNSPEAKABLE) >= 0).toList();
    }

    Kind kind(String name) {
        Path entry = entries.get(name);
        return entry == null ? Kind.NONE : kinds.computeIfAbsent(name, n -> kind(entry));
    }

    private static Kind kind(Path entry) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(
                            entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isRegularFile()) {
                return Kind.FILE;
            }
            if (attributes.isDirectory()) {
                return Kind.DIRECTORY;
            }
            return attributes.isSymbolicLink() ? Kind.LINK : Kind.NONE;
        } catch (IOException gone) {
            return Kind.NONE;
        }
    }
}
