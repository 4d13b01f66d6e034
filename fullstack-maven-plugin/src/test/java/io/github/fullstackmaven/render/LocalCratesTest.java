package io.github.fullstackmaven.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is compiled again of a workspace's packages, as Cargo sees it: what has a source that is
 * newer than what was compiled of it. Each build has its own directories, as in a new layer, and
 * its files are older than everything, as after a checkout.
 */
@EnabledOnOs(OS.LINUX)
class LocalCratesTest {
    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

    @TempDir Path directory;
    private Path program;
    private Path dependencies;
    private Path sources;
    private Path target;
    private Instant now = Instant.parse("2030-01-01T00:00:00Z");

    @BeforeEach
    void compileTheDependencies() throws Exception {
        program = directory.resolve("program");
        Files.writeString(program, TemplateSet.builtIn().verbatim("fullstack-local-crates"));
        newDependencies();
        sources = Files.createDirectory(directory.resolve("sources"));
        for (String name : List.of("alpha", "beta")) {
            write(name + "/Cargo.toml", "[package]\n");
            write(name + "/src/lib.rs", "pub fn of_" + name + "() {}\n");
        }
    }

    private void newDependencies() throws Exception {
        dependencies = Files.createTempDirectory(directory, "dependencies");
        Files.writeString(dependencies.resolve("libserde.rlib"), "serde");
        run("compiled", dependencies);
        try (Stream<Path> files = Files.list(dependencies)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(now));
            }
        }
    }

    @Test
    void onlyThePackageThatChangedIsCompiledAgain() throws Exception {
        assertThat(build()).containsExactly("alpha", "beta");
        write("alpha/src/lib.rs", "pub fn another() {}\n");
        assertThat(build()).containsExactly("alpha");
        assertThat(build()).isEmpty();
    }

    @Test
    void anOlderContentIsAChangeAsWell() throws Exception {
        build();
        write("alpha/src/lib.rs", "pub fn another() {}\n");
        build();
        write("alpha/src/lib.rs", "pub fn of_alpha() {}\n");
        assertThat(build()).containsExactly("alpha");
    }

    @Test
    void aSourceThatCameOrWentIsAChangeOfItsPackage() throws Exception {
        build();
        write("beta/src/more/a name.rs", "pub fn more() {}\n");
        assertThat(build()).containsExactly("beta");
        Files.delete(sources.resolve("beta/src/more/a name.rs"));
        assertThat(build()).containsExactly("beta");
    }

    @Test
    void anyOtherFileMayHaveBeenReadByAnyPackage() throws Exception {
        build();
        write("alpha/migrations/2.sql", "create table t (a int)");
        assertThat(build()).containsExactly("alpha", "beta");
        Files.createSymbolicLink(sources.resolve("link"), Path.of("alpha"));
        assertThat(build()).containsExactly("alpha", "beta");
        assertThat(build()).isEmpty();
    }

    @Test
    void otherDependenciesAreOtherEvenWhenTheyLookTheSame() throws Exception {
        build();
        newDependencies();
        assertThat(build()).containsExactly("alpha", "beta");
    }

    @Test
    void anInterruptedBuildLeavesWhatWasThereBefore() throws Exception {
        build();
        write("alpha/src/lib.rs", "pub fn another() {}\n");
        begin();
        assertThat(build()).containsExactly("alpha");
    }

    @Test
    void whatAClockThatWasAheadLeftIsNotUsed() throws Exception {
        build();
        now = now.minusSeconds(1000);
        write("alpha/src/lib.rs", "pub fn another() {}\n");
        assertThat(build()).containsExactly("alpha", "beta");
    }

    @Test
    void whatWasCompiledWithTheDependenciesIsNoneOfIt() throws Exception {
        write("vendor/serde/Cargo.toml", "[package]\n");
        write("vendor/serde/src/lib.rs", "");
        build("vendor");
        write("vendor/serde/README.md", "words");
        assertThat(build("vendor")).isEmpty();
        assertThat(modified(sources.resolve("vendor/serde/src/lib.rs"))).isEqualTo(LONG_AGO);
    }

    /** Builds, and returns which packages were compiled. */
    private Set<String> build(String... before) throws Exception {
        begin(before);
        Set<String> compiled = new TreeSet<>();
        for (String name : List.of("alpha", "beta")) {
            Path result = target.resolve("deps/lib" + name + ".rlib");
            if (!Files.exists(result) || isStale(name, modified(result))) {
                compiled.add(name);
                Files.createDirectories(result.getParent());
                Files.writeString(result, name);
                Files.setLastModifiedTime(result, FileTime.from(now.plusSeconds(5)));
            }
        }
        run("keep", target, sources, directory.resolve("cache"));
        return compiled;
    }

    private void begin(String... before) throws Exception {
        now = now.plusSeconds(60);
        target = Files.createTempDirectory(directory, "target");
        run("/bin/cp", "-a", dependencies + "/.", target + "/");
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
            }
        }
        List<Object> arguments = new ArrayList<>();
        arguments.addAll(List.of(target, sources, directory.resolve("cache")));
        arguments.addAll(List.of(before));
        run("restore", arguments.toArray());
    }

    private boolean isStale(String name, Instant compiled) throws IOException {
        try (Stream<Path> files = Files.walk(sources.resolve(name))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (modified(file).isAfter(compiled)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static Instant modified(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant();
    }

    private void write(String path, String text) throws IOException {
        Path file = sources.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Runs a command of the program, or one of the system, at the time that is now. */
    private void run(String command, Object... arguments) throws Exception {
        Path tools = directory.resolve("tools");
        Files.createDirectories(tools);
        executable(tools.resolve("date"), "echo " + now.getEpochSecond());
        executable(tools.resolve("sleep"), "exit 0");
        List<String> argv = new ArrayList<>();
        if (!command.startsWith("/")) {
            argv.addAll(List.of("/bin/sh", program.toString()));
        }
        argv.add(command);
        Stream.of(arguments).map(Object::toString).forEach(argv::add);
        ProcessBuilder builder = new ProcessBuilder(argv).redirectErrorStream(true);
        builder.environment().put("PATH", tools + ":/usr/bin:/bin");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(argv + "\n" + said).isZero();
    }

    private static void executable(Path file, String command) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + command + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
