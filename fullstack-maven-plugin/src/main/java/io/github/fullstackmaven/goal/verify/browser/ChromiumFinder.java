package io.github.fullstackmaven.goal.verify.browser;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the machine's Chromium. */
public final class ChromiumFinder {
    /** Its names, on {@code PATH}. */
    static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");

    private ChromiumFinder() {}

    /**
     * Returns the first one.
     *
     * @param path the variable {@code PATH}
     * @param isProgram whether a file can be executed
     */
    public static Optional<Path> on(String path, Predicate<Path> isProgram) {
        return NAMES.stream()
                .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(d -> in(d, name)))
                .flatMap(Optional::stream)
                .filter(isProgram)
                .findFirst();
    }

    private static Optional<Path> in(String directory, String name) {
        try {
            return directory.isEmpty() ? Optional.empty() : Optional.of(Path.of(directory, name));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
