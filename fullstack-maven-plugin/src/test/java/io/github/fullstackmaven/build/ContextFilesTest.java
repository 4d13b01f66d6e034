package io.github.fullstackmaven.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextFilesTest {
    private static final String RULES =
            """
            # a comment
            *
            !apps/web
            !backend
            **/node_modules
            **/*.pem
            **/monorepo.*.env
            backend/target
            target/fullstack
            !target/fullstack/context
            """;

    private final ContextFiles files = ContextFiles.by(RULES);

    @TempDir Path root;

    @Test
    void whatIsNotAllowedIsNotSeen() {
        assertThat(files.sees("README.md")).isFalse();
        assertThat(files.sees("apps/other/index.ts")).isFalse();
    }

    @Test
    void whatIsAllowedIsSeenExceptWhatNeverIs() {
        assertThat(files.sees("apps/web/src/main.tsx")).isTrue();
        assertThat(files.sees("apps/web/node_modules/react/index.js")).isFalse();
        assertThat(files.sees("backend/deep/key.pem")).isFalse();
        assertThat(files.sees("backend/monorepo.pro.env")).isFalse();
        assertThat(files.sees("backend/target/release/x")).isFalse();
        assertThat(files.sees("backend/targets.rs")).isTrue();
    }

    @Test
    void theLastRuleHolds() {
        assertThat(files.sees("target/fullstack/plan.json")).isFalse();
        assertThat(files.sees("target/fullstack/context/nginx.conf")).isTrue();
    }

    @Test
    void walksTheRepositoryByItsRules() throws IOException {
        write("apps/web/a.ts");
        write("apps/web/node_modules/x/y.js");
        write("backend/src/main.rs");
        write("target/fullstack/context/nginx.conf");
        write("docs/a.md");
        assertThat(files.in(root, root.resolve("target/fullstack")).keySet())
                .containsExactly("apps/web/a.ts", "backend/src/main.rs");
    }

    private void write(String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, path);
    }
}
