package io.github.fullstackmaven.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a build leaves of the dependencies for the next one. Each build has its own directory. */
@EnabledOnOs(OS.LINUX)
class KeptCratesTest {
    @TempDir Path directory;
    private final Map<String, String> environment = new TreeMap<>();
    private Path program;
    private Path workspace;
    private Path compiler;

    @BeforeEach
    void writeTheProgram() throws IOException {
        program = directory.resolve("program");
        Files.writeString(program, TemplateSet.builtIn().verbatim("fullstack-kept-crates"));
        workspace = Files.createDirectory(directory.resolve("workspace"));
        compiler = Files.createDirectory(directory.resolve("bin")).resolve("rustc");
        compilerIs("rustc 1.96.0");
    }

    private void compilerIs(String version) throws IOException {
        Files.writeString(compiler, "#!/bin/sh\necho '" + version + "'\n");
        assertThat(compiler.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void theNextBuildFindsWhatWasCompiled() throws Exception {
        assertThat(build("serde")).isEmpty();
        assertThat(build("tokio")).containsExactly("serde");
        assertThat(build("tokio")).containsExactly("serde", "tokio");
    }

    @Test
    void anotherCompilerBeginsWithNothing() throws Exception {
        build("serde");
        compilerIs("rustc 1.97.0");
        assertThat(build("serde")).isEmpty();
    }

    @Test
    void anotherSettingOfCargoBeginsWithNothing() throws Exception {
        build("serde");
        Files.createDirectory(workspace.resolve(".cargo"));
        Files.writeString(workspace.resolve(".cargo/config.toml"), "[env]\nA = \"1\"\n");
        assertThat(build("serde")).isEmpty();
        assertThat(build("serde")).containsExactly("serde");
    }

    @Test
    void anotherEnvironmentBeginsWithNothing() throws Exception {
        build("serde");
        environment.put("OPENSSL_STATIC", "1");
        assertThat(build("serde")).isEmpty();
    }

    @Test
    void whatAClockThatWasAheadLeftIsNotUsed() throws Exception {
        build("serde");
        Files.setLastModifiedTime(
                directory.resolve("cache/kept/target/serde"),
                FileTime.from(Instant.now().plusSeconds(1000)));
        assertThat(build("serde")).isEmpty();
    }

    @Test
    void aBuildThatFailedLeavesWhatWasThereBefore() throws Exception {
        build("serde");
        run("seed", Files.createTempDirectory(directory, "target"));
        assertThat(build("serde")).containsExactly("serde");
    }

    @Test
    void whatIsNoLongerUsedDoesNotPileUp() throws Exception {
        build("serde");
        for (int i = 0; i < 3; i++) {
            build("version-" + i);
        }
        assertThat(build("serde")).doesNotContain("version-0").hasSizeLessThan(3);
    }

    /** Compiles one dependency more; returns what was there of the others. */
    private List<String> build(String dependency) throws Exception {
        Path target = Files.createTempDirectory(directory, "target");
        run("seed", target);
        List<String> before;
        try (Stream<Path> files = Files.list(target)) {
            before = files.map(file -> file.getFileName().toString()).sorted().toList();
        }
        Files.write(target.resolve(dependency), new byte[512 * 1024]);
        run("keep", target);
        return before;
    }

    private void run(String command, Path target) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(
                                "sh",
                                program.toString(),
                                command,
                                target.toString(),
                                directory.resolve("cache").toString())
                        .directory(workspace.toFile())
                        .redirectErrorStream(true);
        builder.environment().put("PATH", compiler.getParent() + ":" + System.getenv().get("PATH"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }
}
