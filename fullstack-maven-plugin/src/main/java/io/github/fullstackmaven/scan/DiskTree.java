package io.github.fullstackmaven.scan;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A repository in a directory of this machine. Symbolic links that lead out of it are not followed;
 * {@link SkippedDirectories} are not listed.
 */
public final class DiskTree implements Tree {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path root;

    /**
     * Opens a repository.
     *
     * @throws FullstackException when the directory is not there
     */
    public DiskTree(Path root) {
        try {
            this.root = root.toRealPath();
        } catch (IOException missing) {
            throw FullstackException.project(
                    Finding.error(
                            "FS-SCAN-001",
                            "the repository's directory "
                                    + root
                                    + " is not there; the nearest that exists is "
                                    + nearestExisting(root),
                            "set fullstack.monorepo to the repository's root"));
        }
        if (!Files.isDirectory(this.root)) {
            throw FullstackException.project(
                    Finding.error(
                            "FS-SCAN-001",
                            root + " is a file, not a repository's directory",
                            "set fullstack.monorepo to the repository's root"));
        }
    }

    @Override
    public Optional<String> read(String path) {
        Optional<Path> file = inside(path).filter(Files::isRegularFile);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            String text = new String(Files.readAllBytes(file.get()), StandardCharsets.UTF_8);
            boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
            return Optional.of(marked ? text.substring(1) : text);
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw FullstackException.machine(
                    Finding.error(
                                    "FS-SCAN-002",
                                    "cannot be read: " + unreadable.getMessage(),
                                    "give the user that runs Maven the right to read it")
                            .at(path),
                    unreadable);
        }
    }

    @Override
    public boolean isFile(String path) {
        return inside(path).filter(Files::isRegularFile).isPresent();
    }

    @Override
    public boolean isDirectory(String path) {
        return inside(path).filter(Files::isDirectory).isPresent();
    }

    @Override
    public List<String> files(String directory) {
        return list(directory, this::isFile);
    }

    @Override
    public List<String> directories(String directory) {
        return list(
                directory,
                path ->
                        !SkippedDirectories.isSkipped(RepositoryPath.name(path))
                                && !Files.isSymbolicLink(root.resolve(path))
                                && isDirectory(path));
    }

    private List<String> list(String directory, Predicate<String> wanted) {
        Optional<Path> place = inside(directory).filter(Files::isDirectory);
        if (place.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(place.get())) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> wanted.test(RepositoryPath.join(directory, name)))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw FullstackException.machine(
                    Finding.error(
                                    "FS-SCAN-002",
                                    "cannot be listed: " + unreadable.getMessage(),
                                    "give the user that runs Maven the right to read it")
                            .at(directory),
                    unreadable);
        }
    }

    private Optional<Path> inside(String path) {
        try {
            Path real = root.resolve(path).toRealPath();
            return real.startsWith(root) ? Optional.of(real) : Optional.empty();
        } catch (IOException | InvalidPathException missing) {
            return Optional.empty();
        }
    }

    private static Path nearestExisting(Path missing) {
        Path path = missing.toAbsolutePath().normalize();
        while (!Files.isDirectory(path) && path.getParent() != null) {
            path = path.getParent();
        }
        return path;
    }
}
