package io.github.fullstackmaven.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fullstackmaven.model.FullstackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskTreeTest {
    @TempDir Path directory;
    private Path root;

    @BeforeEach
    void makeRepository() throws IOException {
        root = Files.createDirectories(directory.resolve("repository"));
        write("web/package.json", "{}");
        write("web/node_modules/x/package.json", "{}");
        write("a/b/c/Cargo.toml", "");
        write("a/b/c/d/Cargo.toml", "");
        Files.writeString(directory.resolve("secret"), "secret");
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void findsManifestsToTheDepthAndNotInDependencies() {
        assertThat(
                        new ManifestFinder(n -> n.equals("package.json") || n.equals("Cargo.toml"))
                                .find(new DiskTree(root))
                                .keySet())
                .containsExactly("a/b/c", "web");
    }

    @Test
    void doesNotFollowLinksThatLeaveTheRepository() throws IOException {
        Files.createSymbolicLink(root.resolve("link"), directory.resolve("secret"));
        Files.createSymbolicLink(root.resolve("up"), directory);
        DiskTree tree = new DiskTree(root);
        assertThat(tree.isFile("link")).isFalse();
        assertThat(tree.read("link")).isEmpty();
        assertThat(tree.read("up/secret")).isEmpty();
        assertThat(tree.read("../secret")).isEmpty();
        assertThat(tree.files(".")).isEmpty();
        assertThat(tree.directories(".")).containsExactly("a", "web");
    }

    @Test
    void anEndingAloneMakesNoFile() throws IOException {
        for (String name : new String[] {"rs", "map", "next.js", "shop.example.com", "a.b.c"}) {
            Files.createDirectories(root.resolve("all").resolve(name));
        }
        assertThat(new DiskTree(root).directories("all"))
                .containsExactly("a.b.c", "map", "next.js", "rs", "shop.example.com");
    }

    @Test
    void dropsTheByteOrderMark() throws IOException {
        write("web/package.json", "\uFEFF{}");
        assertThat(new DiskTree(root).read("web/package.json")).contains("{}");
    }

    @Test
    void namesTheMissingDirectoryAndTheNearestThatExists() {
        assertThatThrownBy(() -> new DiskTree(root.resolve("web/no/such")))
                .isInstanceOf(FullstackException.class)
                .hasMessageContaining("FS-SCAN-001")
                .hasMessageContaining("web/no/such")
                .hasMessageContaining("nearest that exists is " + root.resolve("web"));
    }

    @Test
    void pathsAreResolvedWithinTheRepository() {
        assertThat(RepositoryPath.resolve("a/b", "../c/./d")).contains("a/c/d");
        assertThat(RepositoryPath.resolve("a", "..")).contains(".");
        assertThat(RepositoryPath.resolve("a", "../..")).isEmpty();
        assertThat(RepositoryPath.relative("a/b", "a/c/d")).isEqualTo("../c/d");
        assertThat(RepositoryPath.relative("a", "a")).isEqualTo(".");
    }
}
