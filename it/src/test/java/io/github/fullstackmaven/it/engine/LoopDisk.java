package io.github.fullstackmaven.it.engine;

import io.github.fullstackmaven.host.Command;
import io.github.fullstackmaven.host.LocalCommands;
import io.github.fullstackmaven.host.Result;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A disk of its own, in a file that takes no more room than what is in it. */
final class LoopDisk implements AutoCloseable {
    private final Path file;
    private final String device;

    private LoopDisk(Path file, String device) {
        this.file = file;
        this.device = device;
    }

    /** Makes one with an empty file system, none of it kept for root. */
    static LoopDisk of(long bytes) {
        try {
            Path file = Files.createTempFile("fullstack-it", ".disk");
            try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
                content.setLength(bytes);
            }
            must("mkfs.ext4", "-q", "-m", "0", "-O", "^has_journal", file.toString());
            return new LoopDisk(file, must("losetup", "--find", "--show", file.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns its name, as {@code mount} takes it. */
    String device() {
        return device;
    }

    @Override
    public void close() {
        // Who still has it mounted keeps it; the kernel lets go of it after that.
        must("losetup", "--detach", device);
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String must(String... argv) {
        Result result = new LocalCommands().run(Command.of(List.of(argv)));
        if (!result.ok()) {
            throw new IllegalStateException(String.join(" ", argv) + ": " + result.err());
        }
        return result.out().strip();
    }
}
