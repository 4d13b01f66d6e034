package io.github.fullstackmaven.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.stages.ImageLabels;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IgnoreListTest {

    @Test
    void onlyTheServicesAndWhatIsGeneratedGoIntoTheContext() {
        List<String> lines = lines("frontend");

        assertThat(lines.get(1)).isEqualTo("*");
        assertThat(lines)
                .filteredOn(line -> line.startsWith("!"))
                .containsExactly("!backend", "!frontend", "!target/fullstack/context");
    }

    @Test
    void theGeneratedContextComesAfterWhatLeavesItOut() {
        List<String> lines = lines("frontend");

        assertThat(lines.get(lines.size() - 1)).isEqualTo("!target/fullstack/context");
    }

    @Test
    void secretsAndWhatWasBuiltElsewhereStayOutside() {
        assertThat(lines("frontend"))
                .contains("**/.env", "**/.env.*", "**/*.pem", "**/*.key", "monorepo.env")
                .contains("**/node_modules", "**/.git", "backend/target", "frontend/dist");
    }

    @Test
    void aFrontEndInTheRootTakesTheRepositoryWithItButNoSecrets() {
        assertThat(lines("."))
                .doesNotContain("*", "!.", "!backend")
                .contains("**/.env", "monorepo.env", "dist", "target/fullstack");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../x", "a/../b", "/abs", "a//b", "."})
    void theOutputDirectoryIsInsideTheRepository(String output) {
        assertThatThrownBy(() -> new RenderOptions(output, ImageLabels.NONE, Set.of()))
                .isInstanceOf(FullstackException.class)
                .hasMessageStartingWith("FS-RENDER-002");
    }

    private static List<String> lines(String frontend) {
        return Rendered.file(
                        Applications.withServices(
                                Applications.plain(),
                                List.of(
                                        Applications.frontend(
                                                frontend,
                                                List.of("npm ci"),
                                                List.of("npm run build"),
                                                "dist"),
                                        Applications.rust())),
                        "Dockerfile.dockerignore")
                .lines()
                .toList();
    }
}
