package io.github.fullstackmaven.it.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is in a directory, and directories that are there for as long as the tests run. */
public final class Directories {
    private Directories() {}

    /** Makes a directory, which is gone with all that is in it when the tests have ended. */
    public static Path temporary(String prefix) throws IOException {
        Path directory = Files.createTempDirectory(prefix);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(directory)));
        return directory;
    }

    /** What cannot be removed is left to the machine. */
    private static void remove(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            System.err.println(directory + " is left: " + e.getMessage());
        }
    }

    /** Returns every file below a directory, relative to it. */
    public static SortedSet<Path> below(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return new TreeSet<>(
                    files.filter(Files::isRegularFile).map(directory::relativize).toList());
        }
    }

    /** Returns the digest of every file below a directory, by its relative path. */
    public static SortedMap<String, String> digests(Path directory) throws IOException {
        SortedMap<String, String> digests = new TreeMap<>();
        for (Path file : below(directory)) {
            digests.put(file.toString(), digest(Files.readAllBytes(directory.resolve(file))));
        }
        return digests;
    }

    /** Returns the digest of a text. */
    public static String digest(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
