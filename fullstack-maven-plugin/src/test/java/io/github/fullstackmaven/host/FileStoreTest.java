package io.github.fullstackmaven.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest {
    @TempDir Path directory;
    private final FileStore files = new FileStore();

    @Test
    void makesTheDirectoriesThatAreMissing() throws IOException {
        assertThat(files.write(directory.resolve("a/b/c.txt"), "x")).isTrue();
        assertThat(Files.readString(directory.resolve("a/b/c.txt"))).isEqualTo("x");
    }

    @Test
    void doesNotTouchAFileThatIsAlreadyRight() throws IOException {
        Path file = Files.writeString(directory.resolve("f"), "x");
        FileTime old = FileTime.fromMillis(0);
        Files.setLastModifiedTime(file, old);
        assertThat(files.write(file, "x")).isFalse();
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(old);
    }

    @Test
    void leavesNothingBesideTheFile() throws IOException {
        files.write(directory.resolve("f"), "1");
        files.write(directory.resolve("f"), "2");
        assertThat(directory.toFile().list()).containsExactly("f");
    }
}
