package io.github.fullstackmaven.goal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Edge;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Images;
import io.github.fullstackmaven.model.Layout;
import io.github.fullstackmaven.model.Resources;
import io.github.fullstackmaven.model.Secret;
import io.github.fullstackmaven.model.Surroundings;
import io.github.fullstackmaven.model.Timing;
import io.github.fullstackmaven.model.Variables;
import io.github.fullstackmaven.report.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class RunSecretsTest {
    @TempDir Path directory;

    private List<String> variables = List.of();
    private final List<Finding> said = new ArrayList<>();

    private String read(String source, Map<String, String> environment) {
        Application application =
                new Application(
                                "shop",
                                "PRO",
                                Optional.empty(),
                                Layout.SINGLE,
                                List.of(),
                                List.of(),
                                Variables.NONE,
                                List.of(),
                                List.of(),
                                new Edge(true, 8080, 8443),
                                Optional.empty(),
                                Map.of(),
                                Timing.DEFAULT,
                                Resources.DEFAULT,
                                new Images("shop:1", Map.of()),
                                3)
                        .with(
                                Surroundings.NONE.with(
                                        List.of(
                                                new Secret(
                                                        "key",
                                                        source,
                                                        Optional.empty(),
                                                        variables))));
        return new RunSecrets(console(), environment)
                .into(application)
                .surroundings()
                .secrets()
                .get(0)
                .content()
                .orElseThrow();
    }

    @Test
    void takesEveryByteOfAFile() throws IOException {
        Path file = Files.write(directory.resolve("key"), new byte[] {0, -1, 10});
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(read(file.toString(), Map.of())).isEqualTo("AP8K");
        assertThat(said).isEmpty();
    }

    @Test
    void takesAVariable() {
        assertThat(read("env:KEY", Map.of("KEY", "hunter"))).isEqualTo("aHVudGVy");
    }

    @Test
    void warnsOfAFileThatEverybodyCanRead() throws IOException {
        Path file = Files.writeString(directory.resolve("key"), "hunter");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        read(file.toString(), Map.of());
        assertThat(said).extracting(Finding::id).containsExactly("FS-SECRET-006");
        assertThat(said.toString()).doesNotContain("hunter");
    }

    @Test
    void saysWhichSecretCannotBeRead() {
        assertThatThrownBy(() -> read(directory.toString(), Map.of()))
                .hasMessageContaining("FS-SECRET-004")
                .hasMessageContaining("the secret key cannot be read");
        assertThatThrownBy(() -> read("env:KEY", Map.of()))
                .hasMessageContaining("FS-SECRET-004 env:KEY: ")
                .hasMessageContaining("the variable is not set");
    }

    @Test
    void refusesWhatNoVariableCanHold() throws IOException {
        variables = List.of("TOKEN");
        for (byte[] content :
                List.of(new byte[] {65, 0, 66}, "x".repeat(100_001).getBytes(UTF_8))) {
            Path file = Files.write(directory.resolve("key"), content);
            assertThatThrownBy(() -> read(file.toString(), Map.of()))
                    .hasMessageContaining("FS-SECRET-008")
                    .hasMessageContaining("no variable can hold the secret key");
        }
    }

    @Test
    void warnsOfANewlineThatNobodySees() {
        variables = List.of("TOKEN");
        read("env:KEY", Map.of("KEY", "hunter\n"));
        assertThat(said).extracting(Finding::id).containsExactly("FS-SECRET-009");
        assertThat(said.toString()).contains("so does TOKEN").doesNotContain("hunter");
    }

    private Console console() {
        return new Console() {
            @Override
            public void info(String line) {}

            @Override
            public void debug(String line) {}

            @Override
            public void warn(String line) {}

            @Override
            public void finding(Finding finding) {
                said.add(finding);
            }
        };
    }
}
