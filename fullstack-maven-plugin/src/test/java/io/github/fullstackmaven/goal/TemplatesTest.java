package io.github.fullstackmaven.goal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fullstackmaven.config.Location;
import io.github.fullstackmaven.goal.templates.Copied;
import io.github.fullstackmaven.render.TemplateSet;
import io.github.fullstackmaven.report.Heard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplatesTest {
    @TempDir Path directory;

    private final Heard heard = new Heard();
    private Path own;

    @BeforeEach
    void where() {
        own = directory.resolve(TemplateSet.USER_DIRECTORY);
    }

    private void run(String... names) {
        new Templates(Workshop.onThisMachine(heard))
                .run(
                        new Location(directory, directory.resolve("target/fullstack")),
                        List.of(names));
    }

    private String read(String name) throws IOException {
        return Files.readString(own.resolve(name));
    }

    /** As an earlier release would have left them. */
    private void fromBefore(String name, String copied, String now) throws Exception {
        Files.createDirectories(own);
        Files.writeString(own.resolve(name), copied);
        StringBuilder record = new StringBuilder();
        Path file = own.resolve(Copied.FILE);
        if (Files.exists(file)) {
            record.append(Files.readString(file));
        }
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(copied.getBytes(UTF_8));
        record.append(HexFormat.of().formatHex(digest));
        Files.writeString(file, record.append("  ").append(name).append('\n'));
        Files.writeString(own.resolve(name), now);
    }

    @Test
    void everyFileThatWinsIsCopied() throws IOException {
        run();
        for (String name : TemplateSet.names()) {
            assertThat(read(name)).isEqualTo(TemplateSet.builtInText(name));
        }
        assertThat(read(Copied.FILE).lines()).hasSize(TemplateSet.names().size());
    }

    @Test
    void thoseThatAreNamedAreCopiedAlone() throws IOException {
        run("nginx.conf.vm");
        try (Stream<Path> files = Files.list(own)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("nginx.conf.vm", Copied.FILE);
        }
    }

    @Test
    void whatSomebodyHasChangedIsNeverWrittenOver() throws IOException {
        run();
        Files.writeString(own.resolve("mime.types"), "mine\n");
        heard.lines().clear();
        run();
        assertThat(read("mime.types")).isEqualTo("mine\n");
        assertThat(heard.lines())
                .anyMatch(line -> line.matches("mime.types +changed by you +kept"))
                .contains(
                        "diff -u target/fullstack/templates/mime.types"
                                + " src/fullstack/templates/mime.types");
        assertThat(Files.readString(directory.resolve("target/fullstack/templates/mime.types")))
                .isEqualTo(TemplateSet.builtInText("mime.types"));
    }

    @Test
    void afterAnUpgradeWhatNobodyHasChangedIsRenewedAndTheRestIsNamed() throws Exception {
        fromBefore("mime.types", "old\n", "old\n");
        fromBefore("nginx.conf.vm", "old\n", "old and mine\n");
        run("mime.types", "nginx.conf.vm");
        assertThat(read("mime.types")).isEqualTo(TemplateSet.builtInText("mime.types"));
        assertThat(read("nginx.conf.vm")).isEqualTo("old and mine\n");
        assertThat(heard.lines())
                .anyMatch(line -> line.matches("mime.types +as built in before +renewed"))
                .anyMatch(
                        l ->
                                l.matches(
                                        "nginx.conf.vm +changed by you, and since then by us +kept"));
        heard.lines().clear();
        run("nginx.conf.vm");
        assertThat(heard.lines()).anyMatch(line -> line.contains("since then by us"));
    }

    @Test
    void aNameThatNoTemplateHasIsAnErrorBeforeAnythingIsWritten() {
        assertThatThrownBy(() -> run("mime.types", "Dockerfile"))
                .hasMessageContaining("FS-TEMPLATE-006 fullstack.templateNames: no template is")
                .hasMessageContaining("Dockerfile.vm");
        assertThat(own).doesNotExist();
    }

    @Test
    void aFileThatNothingIsMadeFromIsNamed() throws IOException {
        Files.createDirectories(own);
        Files.writeString(own.resolve("nginx.vm"), "");
        run("mime.types");
        assertThat(heard.lines())
                .anyMatch(
                        line ->
                                line.startsWith(
                                        "FS-TEMPLATE-005 src/fullstack/templates/nginx.vm"));
    }

    @Test
    void theListIsThatOfTheResources() throws IOException {
        Path resources = Path.of("src/main/resources", TemplateSet.BUILT_IN_DIRECTORY);
        try (Stream<Path> files = Files.list(resources)) {
            assertThat(TemplateSet.names())
                    .containsExactlyElementsOf(
                            files.filter(Files::isRegularFile)
                                    .map(f -> f.getFileName().toString())
                                    .filter(name -> !name.startsWith("pom"))
                                    .sorted()
                                    .toList());
        }
    }
}
