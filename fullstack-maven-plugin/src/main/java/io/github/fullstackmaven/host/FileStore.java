package io.github.fullstackmaven.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;

/** Writes files so that a reader sees the old bytes or the new ones, never half of them. */
public final class FileStore {

    /**
     * Writes a text unless the file already has it, so that time stamps tell what really changed.
     *
     * @return true when the file was written
     */
    public boolean write(Path file, String text) {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes bytes unless the file already has them. A file that is there keeps its permissions, a
     * new one can be read by all. A link is replaced: what it points to may lie anywhere.
     *
     * @return true when the file was written
     */
    public boolean write(Path file, byte[] bytes) {
        try {
            if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
                return false;
            }
            Path parent = Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = Files.createTempFile(parent, "." + file.getFileName(), ".tmp");
            try {
                Files.write(fresh, bytes);
                permit(fresh, file);
                move(fresh, file);
            } finally {
                Files.deleteIfExists(fresh);
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Marks a file as a program. */
    public void makeExecutable(Path file) {
        if (!file.toFile().setExecutable(true, false)) {
            throw new UncheckedIOException(new IOException("cannot make " + file + " executable"));
        }
    }

    /** Removes a file or a directory with all that is in it; what is not there is no fault. */
    public void remove(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void permit(Path fresh, Path before) throws IOException {
        if (fresh.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(
                    fresh,
                    Files.isRegularFile(before, LinkOption.NOFOLLOW_LINKS)
                            ? Files.getPosixFilePermissions(before)
                            : PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(
                    from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
