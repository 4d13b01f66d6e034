package io.github.fullstackmaven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.engine.Engines;
import io.github.fullstackmaven.model.Difference;
import io.github.fullstackmaven.render.Renderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The manual's table of what engines do otherwise is what they declare. */
class EnginesAreDocumentedTest {
    private static final Path PAGE = Path.of("../src/site/markdown/engines.md");
    private static final String MARK = "<!-- differences -->\n";

    @Test
    void theTableHasWhatEnginesAndRenderersDeclare() throws IOException {
        String page = Files.readString(PAGE);
        String wanted = page.substring(0, page.indexOf(MARK) + MARK.length()) + table();
        if (System.getProperty("golden.update") != null) {
            Files.writeString(PAGE, wanted);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(wanted);
    }

    private static String table() {
        return "| on | what | is |\n|---|---|---|\n"
                + rows("docker", Engines.differences("docker"))
                + rows("podman", Engines.differences("podman"))
                + rows("compose", Renderer.differencesOfCompose());
    }

    private static String rows(String engine, List<Difference> differences) {
        StringBuilder rows = new StringBuilder();
        for (Difference difference : differences) {
            rows.append("| ")
                    .append(engine + difference.where())
                    .append(" | ")
                    .append(difference.field())
                    .append(" | ")
                    .append(difference.says())
                    .append(" |\n");
        }
        return rows.toString();
    }
}
