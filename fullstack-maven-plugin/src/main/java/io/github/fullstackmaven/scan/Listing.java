package io.github.fullstackmaven.scan;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /**
     * Endings that nobody gives to a directory of programs, so that a heap of such files costs no
     * system calls. Those of JavaScript, Python and Go are missing: projects are called like that.
     */
    private static final Set<String> FILES =
            Set.of(
                    "ts", "tsx", "jsx", "vue", "svelte", "css", "scss", "html", "map", "rs", "java",
                    "kt", "class", "png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "ico",
                    "woff", "woff2", "ttf", "mp3", "mp4", "pdf", "zip", "gz", "csv", "json", "md",
                    "mdx", "txt", "lock", "yml", "yaml", "toml", "xml", "sql", "snap", "log");

    private final Path directory;
    private final String[] names;
    private final Map<String, Kind> kinds = new HashMap<>();

    private Listing(Path directory, String... names) {
        this.directory = directory;
        this.names = names;
    }

    /** Lists a directory. */
    static Listing of(Path directory) throws IOException {
        String[] names = directory.toFile().list();
        if (names == null) {
            // The old interface is the faster one, and the new one says what is wrong.
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
                entries.forEach(entry -> {});
            }
            throw new IOException("not a directory that can be listed");
        }
        Arrays.sort(names);
        return new Listing(directory, names);
    }

    /** Returns the path of an entry that is there. */
    Path path(String name) {
        return directory.resolve(name);
    }

    /** Returns the names of files and links that are wanted, sorted. */
    List<String> files(Predicate<String> wanted) {
        return Arrays.stream(names)
                .filter(wanted)
                .filter(name -> kind(name) == Kind.FILE || kind(name) == Kind.LINK)
                .toList();
    }

    /** Returns the names of directories that are wanted, sorted. */
    List<String> directories(Predicate<String> wanted) {
        return Arrays.stream(names)
                .filter(name -> !isSurelyFile(name))
                .filter(wanted)
                .filter(name -> kind(name) == Kind.DIRECTORY)
                .toList();
    }

    /** Returns the names that cannot be used as paths in this process. */
    List<String> unspeakable() {
        return Arrays.stream(names).filter(Listing::isUnspeakable).toList();
    }

    Kind kind(String name) {
        boolean there = Arrays.binarySearch(names, name) >= 0 && !isUnspeakable(name);
        return there ? kinds.computeIfAbsent(name, n -> kind(path(n))) : Kind.NONE;
    }

    private static boolean isSurelyFile(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && FILES.contains(name.substring(dot + 1));
    }

    private static boolean isUnspeakable(String name) {
        return name.indexOf(UNSPEAKABLE) >= 0;
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
