package io.github.fullstackmaven.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private Outcome check(String program) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder("/bin/sh", guard.toString(), program)
                        .redirectErrorStream(true)
                        .start();
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

    @Test
    void aProgramWithoutADirectoryIsLookedForInThePath() throws Exception {
        assertThat(check("sh")).isEqualTo(new Outcome(0, ""));
    }
}
