package io.github.fullstackmaven.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.check.Page;
import io.github.fullstackmaven.model.Finding;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
    @TempDir Path directory;

    private void write(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void readsTheTextsOfPagesInOrder() throws IOException {
        write("index.html", "<p>");
        write("assets/b.css", "b");
        write("assets/a.js", "a");
        write("assets/a.js.map", "{}");
        write("logo.svg", "<svg>");
        Bundle bundle = Bundle.read(directory);
        assertThat(bundle.pages())
                .extracting(Page::path)
                .containsExactly("assets/a.js", "assets/b.css", "index.html");
        assertThat(bundle.map("assets/a.js.map")).contains("{}");
        assertThat(bundle.unread()).isEmpty();
    }

    @Test
    void whatIsNotTextIsNotReadWhateverItIsCalled() throws IOException {
        write("engine.js", "\u0000asm\u0001");
        Bundle bundle = Bundle.read(directory);
        assertThat(bundle.pages()).isEmpty();
        assertThat(bundle.unread()).extracting(Finding::id).containsExactly("FS-ORIGIN-003");
    }

    @Test
    void aFileWithoutEndIsNotTakenIntoMemory() throws IOException {
        try (RandomAccessFile huge =
                new RandomAccessFile(directory.resolve("huge.js").toFile(), "rw")) {
            huge.setLength(Bundle.LARGEST + 1);
        }
        Bundle bundle = Bundle.read(directory);
        assertThat(bundle.pages()).isEmpty();
        assertThat(bundle.unread().get(0).toString())
                .startsWith("FS-ORIGIN-003 huge.js: is 32 MiB large and was not looked at");
    }

    @Test
    void aMapIsReadFromWithinAlone() throws IOException {
        Path inside = Files.createDirectory(directory.resolve("bundle"));
        write("secret.map", "{}");
        Files.createSymbolicLink(inside.resolve("link.map"), directory.resolve("secret.map"));
        Bundle bundle = Bundle.read(inside);
        assertThat(bundle.map("../secret.map")).isEmpty();
        assertThat(bundle.map("link.map")).isEmpty();
        assertThat(bundle.map("missing.map")).isEmpty();
    }
}
