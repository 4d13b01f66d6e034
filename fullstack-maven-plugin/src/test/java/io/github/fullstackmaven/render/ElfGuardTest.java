package io.github.fullstackmaven.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the guard of the final image says of programs; their interpreter says a prepared text. */
@EnabledOnOs(OS.LINUX)
class ElfGuardTest {
    @TempDir Path directory;
    private Path guard;

    private record Outcome(int exit, String text) {}

    @BeforeEach
    void writeTheGuard() throws IOException {
        guard = directory.resolve("guard");
        Files.writeString(guard, TemplateSet.builtIn().verbatim("fullstack-elf-guard"));
    }

    private Outcome check(String... words) throws IOException, InterruptedException {
        List<String> argv = new ArrayList<>(List.of("/bin/sh", guard.toString()));
        argv.addAll(List.of(words));
        Process process = new ProcessBuilder(argv).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        return new Outcome(process.waitFor(), text);
    }

    private Outcome check(Path program) throws IOException, InterruptedException {
        return check(program.toString());
    }

    private Path executable(String name, byte[] content) throws IOException {
        Path file = Files.write(directory.resolve(name), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path interpreter(String says, int exit) throws IOException {
        Path text = Files.writeString(directory.resolve("said"), says + "\n");
        String script =
                "#!/bin/sh\n"
                        + "case $1 in --version)"
                        + " echo 'ld.so (Debian GLIBC 2.41-12) stable release version 2.41.';;\n"
                        + "*) cat '"
                        + text
                        + "'; exit "
                        + exit
                        + ";; esac\n";
        return executable("ld.so", script.getBytes(UTF_8));
    }

    /** A 64-bit ELF file of nothing but its headers. */
    private Path elf(String interpreter) throws IOException {
        byte[] name = (interpreter + "\0").getBytes(UTF_8);
        int headers = interpreter.isEmpty() ? 1 : 2;
        int names = 64 + headers * 56;
        ByteBuffer file = ByteBuffer.allocate(names + name.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1});
        file.putLong(32, 64).putShort(54, (short) 56).putShort(56, (short) headers);
        file.putInt(64, 1);
        if (!interpreter.isEmpty()) {
            file.putInt(64 + 56, 3).putLong(64 + 56 + 8, names).putLong(64 + 56 + 32, name.length);
        }
        file.position(names).put(name);
        return executable("program", file.array());
    }

    @Test
    void aStaticProgramRunsAnywhere() throws Exception {
        assertThat(check(elf(""))).isEqualTo(new Outcome(0, ""));
    }

    @Test
    void aProgramWhoseLibrariesAreThereIsFine() throws Exception {
        Path loader = interpreter("\tlibc.so.6 => /lib/libc.so.6 (0x00007f)", 0);
        assertThat(check(elf(loader.toString()))).isEqualTo(new Outcome(0, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "/lib/no-such/ld-linux-x86-64.so.2, it is linked to glibc; link it static",
        "/lib/no-such/ld-musl-x86_64.so.1, it is linked to musl; link it static"
    })
    void anInterpreterThatIsNotThereIsNamed(String loader, String cure) throws Exception {
        Outcome outcome = check(elf(loader));
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.text()).startsWith("FS-ELF-001 ").contains(loader).contains(cure);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "libpq.so.5 => not found|0",
                "program: error while loading shared libraries: libpq.so.5: cannot open it|127",
                "Error loading shared library libpq.so.5: No such file (needed by /app/x)|127"
            })
    void aMissingLibraryIsNamedWithItsPackage(String said, int exit) throws Exception {
        Outcome outcome = check(elf(interpreter(said, exit).toString()));
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.text()).startsWith("FS-ELF-002 ").contains("libpq.so.5", "libpq5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/app/x: /lib/libc.so.6: version `GLIBC_2.43' not found (required by /app/x)|1"
                        + "|GLIBC_2.43",
                "/app/x: /lib/libstdc++.so.6: version `GLIBCXX_3.4.99' not found (required by"
                        + " /app/x)|1|GLIBCXX_3.4.99",
                "Error relocating /app/x: getrandom: symbol not found|127|getrandom"
            })
    void aVersionThatIsTooNewIsNamed(String said, int exit, String version) throws Exception {
        Outcome outcome = check(elf(interpreter(said, exit).toString()));
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.text()).startsWith("FS-ELF-003 ").contains(version, "link it static");
    }

    @Test
    void saysWhichVersionTheBaseHas() throws Exception {
        String said = "x: /lib/libc.so.6: version `GLIBC_2.43' not found (required by x)";
        assertThat(check(elf(interpreter(said, 1).toString())).text()).contains("(it has 2.41)");
    }

    @Test
    void aProgramThatTheInterpreterRefusesIsAnError() throws Exception {
        Outcome outcome = check(elf(interpreter("wrong ELF class: ELFCLASS32", 1).toString()));
        assertThat(outcome.text()).startsWith("FS-ELF-004 ").contains("ELFCLASS32");
    }

    @Test
    void aProgramThatIsNotThereIsAnError() throws Exception {
        assertThat(check("/no/such/program").text())
                .startsWith("FS-ELF-004 /no/such/program: ")
                .contains("fullstack.backendStart");
        assertThat(check("no-such-program-anywhere").exit()).isEqualTo(1);
    }

    @Test
    void aScriptNeedsTheInterpreterOfItsFirstLine() throws Exception {
        assertThat(check(executable("good", "#!/bin/sh\n".getBytes(UTF_8))).exit()).isZero();
        assertThat(check(executable("bad", "#! /opt/none/python -u\n".getBytes(UTF_8))).text())
                .startsWith("FS-ELF-001 ")
                .contains("/opt/none/python");
    }

    private Path script(String name, Path interpreter) throws IOException {
        return executable(name, ("#!" + interpreter + "\n").getBytes(UTF_8));
    }

    @Test
    void theInterpreterOfAScriptNeedsItsOwn() throws Exception {
        Path wrapper = script("wrapper", Path.of("/opt/none/sh"));
        assertThat(check(script("wrapped", wrapper)).text())
                .startsWith("FS-ELF-001 " + wrapper)
                .contains("/opt/none/sh");
        assertThat(check(script("run", elf("/lib/no-such/ld-linux-x86-64.so.2"))).text())
                .startsWith("FS-ELF-001 ")
                .contains("/lib/no-such/ld-linux-x86-64.so.2");
        assertThat(check(script("fine", script("shell", Path.of("/bin/sh")))).exit()).isZero();
    }

    @Test
    void scriptsThatNameEachOtherAreNoProgram() throws Exception {
        Path itself = directory.resolve("itself");
        assertThat(check(script("itself", itself)).text()).startsWith("FS-ELF-004 ");
    }

    private static final String FINE = "\tlibc.so.6 => /lib/libc.so.6 (0x00007f)";
    private static final String MISSING = "\tlibpq.so.5 => not found";

    /** A library that makes the interpreter say something. */
    private Path library(String path, String says) throws IOException {
        Path file = directory.resolve("app").resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, says + "\n");
    }

    /** Checks what lies in a home; the interpreter says of a library what is in its file. */
    private Outcome checkLibraries(String... options) throws IOException, InterruptedException {
        String script =
                "#!/bin/sh\n"
                        + "case $1 in --version)"
                        + " echo 'ld.so (Debian GLIBC 2.41-12) stable release version 2.41.';;\n"
                        + "*) cat \"$2\"; esac\n";
        // That of glibc is asked by a variable, which would also hold for the shell of this script.
        Path loader = executable("ld-musl-tea.so.1", script.getBytes(UTF_8));
        List<String> words = new ArrayList<>(List.of("--libraries"));
        words.add(elf(loader.toString()).toString());
        words.add(directory.resolve("app").toString());
        words.addAll(List.of(options));
        return check(words.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".venv/lib/python3.13/site-packages/psycopg2/_psycopg.cpython-313.so",
                ".venv/lib/python3.13/site-packages/_cffi_backend.cpython-313.so",
                "node_modules/canvas/build/Release/canvas.node",
                "node_modules/@img/sharp-linux-x64/lib/sharp.node",
                "natives/libtea.so"
            })
    void aModuleWhoseLibraryIsNotThereIsNamed(String module) throws Exception {
        library("node_modules/other/other.node", FINE);
        Path file = library(module, FINE + "\n" + MISSING);

        Outcome outcome = checkLibraries();

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.text())
                .startsWith("FS-ELF-002 " + file + ": ")
                .contains("libpq.so.5", "(Debian: libpq5)");
    }

    @Test
    void aModuleForANewerLibraryIsNamed() throws Exception {
        library("site-packages/tea.so", "x: version `GLIBC_2.43' not found (required by x)");

        assertThat(checkLibraries().text())
                .startsWith("FS-ELF-003 ")
                .contains("tea.so", "GLIBC_2.43", "(it has 2.41)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for the other C library|node_modules/a/prebuilds/linux-x64/musl.node"
                        + "|libc.musl-x86_64.so.1 => not found",
                "for another machine|node_modules/a/prebuilds/linux-arm64/a.node"
                        + "|a.node: wrong ELF class: ELFCLASS32",
                "of the driver of the host|site-packages/cuda/_driver.so|libcuda.so.1 => not found",
                "loaded before|site-packages/vision/_C.so|libtorch.so => not found",
                "not loaded by its name|site-packages/tea/libextra.so|libpq.so.5 => not found",
                "not loaded by its name|node_modules/a/lib/a.so|libpq.so.5 => not found",
                "a part to leave out|site-packages/numba/tbbpool.so|libtbb.so.12 => not found"
            })
    void ofWhatIsNotSureNothingIsSaid(String why, String module, String says) throws Exception {
        library("site-packages/numba/fine.so", FINE);
        library("site-packages/torch/lib/libtorch.so", FINE);
        library(module, says);

        assertThat(checkLibraries()).as(why).isEqualTo(new Outcome(0, ""));
    }

    @Test
    void whatWasCheckedWithItsLayerIsNotCheckedAgain() throws Exception {
        library(".venv/lib/python3.13/site-packages/tea.so", MISSING);

        assertThat(checkLibraries().exit()).isEqualTo(1);
        assertThat(checkLibraries("--but", directory.resolve("app/.venv").toString()).exit())
                .isZero();
    }

    @Test
    void aProgramWithoutADirectoryIsLookedForInThePath() throws Exception {
        assertThat(check("sh")).isEqualTo(new Outcome(0, ""));
    }
}
