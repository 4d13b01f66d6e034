package io.github.fullstackmaven.it.sample;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** Copies of the sample applications, as a fresh clone would have them. */
public final class Sample {
    /** What building and trying in place leaves behind. */
    private static final Set<String> LEFT_BEHIND =
            Set.of("target", "node_modules", "dist", ".next", ".angular", ".venv", ".gradle");

    private Sample() {}

    /** Copies the sample {@code mapa-kms} into a directory, which may be there. */
    public static Path mapaKms(Path into) throws IOException {
        return copy(Path.of(System.getProperty("it.directory"), "apps/mapa-kms"), into);
    }

    /** Copies an application into a directory, which may be there. */
    public static Path copy(Path application, Path into) throws IOException {
        Files.walkFileTree(
                application,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes a)
                            throws IOException {
                        if (LEFT_BEHIND.contains(dir.getFileName().toString())) {
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        Files.createDirectories(into.resolve(application.relativize(dir)));
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes a)
                            throws IOException {
                        Path copy = into.resolve(application.relativize(file));
                        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                        return FileVisitResult.CONTINUE;
                    }
                });
        return into;
    }
}
