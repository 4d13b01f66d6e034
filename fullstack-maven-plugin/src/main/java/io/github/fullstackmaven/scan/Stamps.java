package io.github.fullstackmaven.scan;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** When the sources below a directory were last written, to see that one has changed. */
public final class Stamps {
    private Stamps() {}

    /**
     * Returns time and length of every file whose name is wanted, by path; what cannot be read or
     * goes away meanwhile is left out, and {@link SkippedDirectories} are.
     */
    public static Map<String, String> of(Path directory, Predicate<String> wanted) {
        Map<String, String> stamps = new TreeMap<>();
        try {
            Files.walkFileTree(directory, new Visitor(directory, wanted, stamps));
        } catch (IOException gone) {
            return Map.of();
        }
        return stamps;
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Predicate<String> wanted;
        private final Map<String, String> stamps;

        Visitor(Path root, Predicate<String> wanted, Map<String, String> stamps) {
            this.root = root;
            this.wanted = wanted;
            this.stamps = stamps;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            boolean skipped =
                    !directory.equals(root)
                            && SkippedDirectories.isSkipped(directory.getFileName().toString());
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && wanted.test(file.getFileName().toString())) {
                stamps.put(
                        root.relativize(file).toString(),
                        attributes.lastModifiedTime().toMillis() + " " + attributes.size());
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            return FileVisitResult.CONTINUE;
        }
    }
}
