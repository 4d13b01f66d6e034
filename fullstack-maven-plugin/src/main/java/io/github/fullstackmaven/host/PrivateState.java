package io.github.fullstackmaven.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * What is remembered for a user on this machine, outside of any repository. Nobody else can read
 * it. Where nothing can be kept, nothing is remembered, and that is no fault.
 */
public final class PrivateState {
    private static final String KEY = "key";
    private static final int KEY_BYTES = 32;

    private final Path directory;

    /** Keeps it in a directory, which is made when something is kept. */
    public PrivateState(Path directory) {
        this.directory = directory;
    }

    /** Returns that of the user who runs this. */
    public static PrivateState ofThisUser() {
        String set = System.getenv("XDG_STATE_HOME");
        Path base =
                set == null || !Path.of(set).isAbsolute()
                        ? Path.of(System.getProperty("user.home"), ".local", "state")
                        : Path.of(set);
        return new PrivateState(base.resolve("fullstack-maven-plugin"));
    }

    /**
     * Returns random bytes that stay the same from now on; where they cannot be kept, they are
     * others each time.
     */
    public byte[] key() {
        byte[] fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        try {
            Path file = directory.resolve(KEY);
            if (!Files.isRegularFile(file)) {
                // Of two that make one at the same time, both get what the first made.
                Path made = written(fresh);
                try {
                    Files.createLink(file, made);
                } catch (FileAlreadyExistsException e) {
                    return Files.readAllBytes(file);
                } finally {
                    Files.delete(made);
                }
            }
            return Files.readAllBytes(file);
        } catch (IOException | UnsupportedOperationException e) {
            return fresh;
        }
    }

    /** Returns what was kept under a name. */
    public Optional<String> read(String name) {
        try {
            return Optional.of(Files.readString(directory.resolve(name)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Keeps a text under a name. */
    public void keep(String name, String text) {
        try {
            Files.move(
                    written(text.getBytes(StandardCharsets.UTF_8)),
                    directory.resolve(name),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // As before it was kept.
            return;
        }
    }

    /** Nobody else may read a file from the moment that it is there. */
    private Path written(byte[] bytes) throws IOException {
        boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ours = {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        };
        Files.createDirectories(directory, posix ? ours : new FileAttribute<?>[0]);
        Path fresh = Files.createTempFile(directory, ".", ".tmp");
        Files.write(fresh, bytes);
        return fresh;
    }
}
