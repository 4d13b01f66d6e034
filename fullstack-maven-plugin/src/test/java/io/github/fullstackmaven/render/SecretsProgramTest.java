package io.github.fullstackmaven.render;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.model.SecretVariables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program that starts processes does with secrets, run by this machine's shell. */
@EnabledOnOs(OS.LINUX)
class SecretsProgramTest {
    @TempDir Path directory;
    private Path program;

    @BeforeEach
    void writeTheProgram() throws IOException {
        program = directory.resolve("program");
        Files.writeString(
                program,
                TemplateSet.builtIn()
                        .verbatim(SecretVariables.FILE)
                        .replace("/run/secrets/", directory + "/"));
    }

    /** What it did; a character of its output is a byte. */
    private record Outcome(int exit, String out, String err) {}

    private Outcome started(String names, String... words) throws Exception {
        List<String> argv = new ArrayList<>(List.of("/bin/sh", program.toString()));
        argv.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(argv);
        builder.environment().put(SecretVariables.NAMES, names);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), ISO_8859_1);
        String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        return new Outcome(process.waitFor(), out, err);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "\n",
                "\n\nfirst\n\nlast\n\n",
                "ends in blanks \t ",
                "\\",
                "a\\nb\\",
                "$HOME $(id) `id` ${x} \"two\" 'one' # ; & | > * ? [a] ~ %s !",
                "NAME=value",
                "caf\u00e9 \u2713",
                "\r\n"
            })
    void aVariableHasEveryByteOfItsSecret(String content) throws Exception {
        Files.writeString(directory.resolve("key"), content);

        Outcome outcome = started("TOKEN=key", "/bin/sh", "-c", "printf %s \"$TOKEN.\"");

        assertThat(outcome.out())
                .isEqualTo(new String((content + ".").getBytes(UTF_8), ISO_8859_1));
    }

    @Test
    void bytesThatAreNoTextArriveToo() throws Exception {
        byte[] bytes = new byte[255];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i + 1);
        }
        Files.write(directory.resolve("key"), bytes);

        assertThat(started("TOKEN=key", "printenv", "TOKEN").out())
                .isEqualTo(new String(bytes, ISO_8859_1) + "\n");
    }

    @Test
    void argumentsAndOtherVariablesStayAsTheyAre() throws Exception {
        Files.writeString(directory.resolve("a"), "1");
        Files.writeString(directory.resolve("b.c"), "2");

        Outcome outcome =
                started(
                        "A=a B=b.c C=a",
                        "/bin/sh",
                        "-c",
                        "echo \"$A$B$C $LC_ALL $1 $#\"; set | grep -c ^fullstack_",
                        "x",
                        "a  $b",
                        "");

        assertThat(outcome.out()).isEqualTo("121 C.UTF-8 a  $b 2\n0\n");
    }

    @Test
    void aSecretThatIsNotThereEndsItWithItsNameAndNothingIsStarted() throws Exception {
        Outcome outcome = started("A=missing", "echo", "started");

        assertThat(outcome.exit()).isEqualTo(78);
        assertThat(outcome.err())
                .isEqualTo("[secrets] " + directory.resolve("missing") + " cannot be read\n");
        assertThat(outcome.out()).isEmpty();
    }
}
