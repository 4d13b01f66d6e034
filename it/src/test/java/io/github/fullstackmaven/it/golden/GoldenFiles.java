package io.github.fullstackmaven.it.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Files as they have to come out, byte for byte. With {@code -Dit.updateGolden} they are written
 * instead, for a look at the difference in version control.
 */
public final class GoldenFiles {
    private final Path expected;
    private final boolean update;

    /**
     * Golden files.
     *
     * @param expected the directory that holds them
     * @param update whether they are written instead of compared
     */
    public GoldenFiles(Path expected, boolean update) {
        this.expected = expected;
        this.update = update;
    }

    /** Compares every file of a directory with its golden one; a file too many fails as well. */
    public void compare(Path actual) throws IOException {
        if (update) {
            write(actual);
            return;
        }
        SortedSet<String> names = files(expected);
        names.addAll(files(actual));
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            difference(actual, name).forEach(differences::add);
        }
        if (!differences.isEmpty()) {
            throw new AssertionError(
                    actual
                            + " is not as in "
                            + expected
                            + " (if it is right: -Dit.updateGolden):\n"
                            + String.join("\n", differences));
        }
    }

    private List<String> difference(Path actual, String name) throws IOException {
        Path golden = expected.resolve(name);
        Path file = actual.resolve(name);
        if (!Files.exists(golden)) {
            return List.of(name + " was not expected");
        }
        if (!Files.exists(file)) {
            return List.of(name + " is missing");
        }
        if (Arrays.equals(Files.readAllBytes(golden), Files.readAllBytes(file))) {
            return List.of();
        }
        return List.of(firstDifference(name, Files.readAllLines(golden), Files.readAllLines(file)));
    }

    private static String firstDifference(String name, List<String> golden, List<String> actual) {
        for (int i = 0; i < Math.max(golden.size(), actual.size()); i++) {
            String one = i < golden.size() ? golden.get(i) : "(end)";
            String other = i < actual.size() ? actual.get(i) : "(end)";
            if (!one.equals(other)) {
                return name + ":" + (i + 1) + "\n  - " + one + "\n  + " + other;
            }
        }
        return name + " differs at its end";
    }

    private void write(Path actual) throws IOException {
        for (String name : files(expected)) {
            Files.delete(expected.resolve(name));
        }
        for (String name : files(actual)) {
            Path golden = expected.resolve(name);
            Files.createDirectories(golden.getParent());
            Files.copy(actual.resolve(name), golden);
        }
    }

    private static SortedSet<String> files(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return new TreeSet<>();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return new TreeSet<>(
                    files.filter(Files::isRegularFile)
                            .map(f -> directory.relativize(f).toString())
                            .toList());
        }
    }
}
