package io.github.fullstackmaven.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
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

    @Test
    void leavesAFileItsPermissions() throws IOException {
        Path file = Files.writeString(directory.resolve("f"), "1");
        Set<PosixFilePermission> own = PosixFilePermissions.fromString("rwxrwx---");
        Files.setPosixFilePermissions(file, own);
        files.write(file, "2");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(own);
        files.write(directory.resolve("new"), "1");
        assertThat(Files.getPosixFilePermissions(directory.resolve("new")))
                .isEqualTo(PosixFilePermissions.fromString("rw-r--r--"));
    }

    @Test
    void replacesALinkAndLeavesWhatItPointsTo() throws IOException {
        Path elsewhere = Files.writeString(directory.resolve("elsewhere"), "1");
        Path link = Files.createSymbolicLink(directory.resolve("link"), elsewhere);
        files.write(link, "2");
        assertThat(link).isRegularFile().isNotEqualTo(elsewhere).hasContent("2");
        assertThat(elsewhere).hasContent("1");
    }
}
