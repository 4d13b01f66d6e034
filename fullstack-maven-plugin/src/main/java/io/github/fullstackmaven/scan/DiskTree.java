package io.github.fullstackmaven.scan;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A repository in a directory of this machine, as it is when a directory is first asked for: each
 * is listed once. Symbolic links that lead out of it are not followed; {@link SkippedDirectories}
 * are not listed. What cannot be read is a finding, not the end.
 */
public final class DiskTree implements Tree {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final int MEBIBYTE = 1024 * 1024;

    /** No manifest is larger; some lock files of very large repositories come near. */
    private static final int LIMIT = 24 * MEBIBYTE;

    /** No system opens a longer one. */
    private static final int LONGEST_PATH = 4096;

    private final Path root;
    private final Map<String, Optional<Listing>> listings = new HashMap<>();
    private final Map<String, Finding> findings = new TreeMap<>();

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
        Optional<Path> file = file(path);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file.get())) {
            byte[] bytes = in.readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) {
                tooLarge(path);
                return Optional.empty();
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
            return Optional.of(marked ? text.substring(1) : text);
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException unreadable) {
            unreadable(path, "cannot be read", unreadable);
            return Optional.empty();
        }
    }

    @Override
    public boolean isFile(String path) {
        return file(path).isPresent();
    }

    @Override
    public boolean isDirectory(String path) {
        return normal(path).flatMap(this::listing).isPresent();
    }

    @Override
    public List<String> files(String directory) {
        return files(directory, name -> true);
    }

    @Override
    public List<String> files(String directory, Predicate<String> wanted) {
        Optional<Listing> listing = normal(directory).flatMap(this::listing);
        return listing.isEmpty()
                ? List.of()
                : listing.get().files(wanted).stream()
                        .filter(name -> file(listing.get(), name).isPresent())
                        .toList();
    }

    @Override
    public List<String> directories(String directory) {
        return normal(directory)
                .flatMap(this::listing)
                .map(listing -> listing.directories(n -> !SkippedDirectories.isSkipped(n)))
                .orElse(List.of());
    }

    @Override
    public List<Finding> findings() {
        return List.copyOf(findings.values());
    }

    private Optional<Path> file(String path) {
        Optional<String> normal = normal(path).filter(p -> !p.equals(RepositoryPath.ROOT));
        return normal.map(RepositoryPath::parent)
                .flatMap(this::listing)
                .flatMap(listing -> file(listing, RepositoryPath.name(normal.get())));
    }

    private Optional<Path> file(Listing listing, String name) {
        return switch (listing.kind(name)) {
            case FILE -> Optional.of(listing.path(name));
            case LINK -> inside(listing.path(name)).filter(Files::isRegularFile);
            default -> Optional.empty();
        };
    }

    /** Returns a directory's entries, listed once; its path is normal. */
    private Optional<Listing> listing(String directory) {
        Optional<Listing> known = listings.get(directory);
        if (known == null) {
            known = list(directory);
            listings.put(directory, known);
        }
        return known;
    }

    private Optional<Listing> list(String directory) {
        if (directory.equals(RepositoryPath.ROOT)) {
            return list(directory, root);
        }
        Optional<Listing> above = listing(RepositoryPath.parent(directory));
        if (above.isEmpty()) {
            return Optional.empty();
        }
        String name = RepositoryPath.name(directory);
        return switch (above.get().kind(name)) {
            case DIRECTORY -> list(directory, above.get().path(name));
            case LINK ->
                    inside(above.get().path(name))
                            .filter(Files::isDirectory)
                            .flatMap(real -> list(directory, real));
            default -> Optional.empty();
        };
    }

    private Optional<Listing> list(String directory, Path path) {
        try {
            Listing listing = Listing.of(path);
            listing.unspeakable().forEach(name -> unspeakable(directory, name));
            return Optional.of(listing);
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException unreadable) {
            unreadable(directory, "cannot be listed", unreadable);
            return Optional.empty();
        }
    }

    /** Returns a link's target; empty when it is not there, leaves the repository or is a loop. */
    private Optional<Path> inside(Path link) {
        try {
            Path real = link.toRealPath();
            return real.startsWith(root) ? Optional.of(real) : Optional.empty();
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    /** Returns a path without {@code .} and {@code ..}; empty when it leaves the repository. */
    private static Optional<String> normal(String path) {
        if (path.startsWith("/") || path.length() > LONGEST_PATH) {
            return Optional.empty();
        }
        boolean plain = !path.contains("./") && !path.contains("/.") && !path.contains("//");
        boolean simple = plain && !path.isEmpty() && !path.equals("..") && !path.endsWith("/");
        return simple ? Optional.of(path) : RepositoryPath.normal(path);
    }

    private void tooLarge(String path) {
        findings.put(
                path,
                Finding.warning(
                                "FS-SCAN-003",
                                "is larger than "
                                        + LIMIT / MEBIBYTE
                                        + " MiB and is not read, as if it were not there",
                                "make it smaller, or set what is missing in the plan")
                        .at(path));
    }

    private void unreadable(String path, String what, IOException reason) {
        findings.put(
                path,
                Finding.warning(
                                "FS-SCAN-002",
                                what + ": " + why(reason),
                                "give the user that runs Maven the right to read it")
                        .at(path));
    }

    private static String why(IOException reason) {
        return reason instanceof AccessDeniedException
                ? "this user has no right to"
                : String.valueOf(reason.getMessage());
    }

    private void unspeakable(String directory, String name) {
        findings.put(
                RepositoryPath.join(directory, name),
                Finding.warning(
                                "FS-SCAN-004",
                                "the directory has an entry whose name cannot be spelled in this"
                                        + " environment, and is left out",
                                "run Maven with LC_ALL=C.UTF-8, or give the entry a UTF-8 name")
                        .at(directory));
    }

    private static Path nearestExisting(Path missing) {
        Path path = missing.toAbsolutePath().normalize();
        while (!Files.isDirectory(path) && path.getParent() != null) {
            path = path.getParent();
        }
        return path;
    }
}
