package io.github.fullstackmaven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages of the manual, and the sources that they are compared with. */
final class Manual {
    private static final Path PAGES = Path.of("../src/site/markdown");
    private static final Path SOURCES = Path.of("src/main");

    private Manual() {}

    /** Returns the matches that stand first in a table's row, in order. */
    static List<String> rows(String page, String pattern) {
        return matches(read(PAGES.resolve(page)), "(?m)(?<=^\\| `)" + pattern + "(?=`)").toList();
    }

    /** Returns everything on a page that is marked as code. */
    static List<String> words(String page) {
        return matches(read(PAGES.resolve(page)), "(?<=`)[^`\\n]+(?=`)").toList();
    }

    /** Returns the matches in a package's code and in the files that the plugin carries. */
    static SortedSet<String> sources(String name, String pattern) {
        try (Stream<Path> files =
                Stream.of("java/io/github/fullstackmaven/" + name, "resources")
                        .map(SOURCES::resolve)
                        .flatMap(Manual::below)) {
            return files.flatMap(f -> matches(read(f), pattern))
                    .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
        }
    }

    private static Stream<Path> below(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> matches(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().map(MatchResult::group);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
