package io.github.fullstackmaven.detect.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.scan.MemoryTree;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolVersionsTest {
    private final MemoryTree tree = new MemoryTree();
    private final Manifests manifests = new Manifests(tree);

    private Optional<Sourced<String>> node() {
        return ToolVersions.of(manifests, "web", "nodejs", "node");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[tools]\nnode = \"22.4\"\n",
                "[tools]\npython = \"3.13\"\nnodejs = ['22.4', '20']\n",
                "[tools]\nnode = {version = \"22.4\", postinstall = \"x\"}\n",
                "[tools.node]\nversion = \"22.4\"\n",
            })
    void miseWritesAVersionInManyWays(String text) {
        tree.with("web/mise.toml", text);
        assertThat(node()).contains(new Sourced<>("22.4", "web/mise.toml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {".mise.toml", "mise/config.toml", ".config/mise.toml"})
    void miseHasSeveralPlacesForItsFile(String file) {
        tree.with("web/" + file, "tools.node = \"24\"\n");
        assertThat(node()).contains(new Sourced<>("24", "web/" + file));
    }

    @Test
    void theFileOfAsdfComesFirst() {
        tree.with("web/mise.toml", "[tools]\nnode = \"22\"\n")
                .with("web/.tool-versions", "golang 1.25\nnodejs 20.11.0\n");
        assertThat(node()).contains(new Sourced<>("20.11.0", "web/.tool-versions"));
    }

    @Test
    void whatIsNoVersionIsNone() {
        tree.with("web/mise.toml", "[tools]\nnode = []\nnodejs = 22\n");
        assertThat(node()).isEmpty();
        tree.with("web/.mise.toml", "tools = \"node\"\n");
        assertThat(node()).isEmpty();
    }
}
