package io.github.fullstackmaven.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class LocalCommandsTest {
    private final LocalCommands commands = new LocalCommands();

    @Test
    void tellsBothOutputsAndTheExitCode() {
        Result result = commands.run(Command.of("sh", "-c", "echo out; echo err >&2; exit 3"));
        assertThat(result).isEqualTo(new Result(3, "out\n", "err\n"));
    }

    @Test
    void aProgramThatIsNotThereIsAnAnswerAndNoException() {
        assertThat(commands.run(Command.of("no-such-program-here")).exit())
                .isEqualTo(Result.NOT_FOUND);
    }

    @Test
    void endsWhatTakesTooLong() {
        Result result = commands.run(Command.of("sleep", "60").within(Duration.ofMillis(100)));
        assertThat(result.exit()).isEqualTo(Result.TIMED_OUT);
        assertThat(result.err()).contains("took longer than");
    }

    @Test
    void whatCannotBeHeardToItsEndIsNoAnswer() {
        LocalCommands impatient = new LocalCommands(Duration.ofMillis(100));
        // More than a pipe holds, and a pause: Java takes what is in the pipe when a program ends
        // as
        // the whole answer, unless somebody reads at that moment.
        String program = "head -c 200000 /dev/zero; sleep 5 & sleep 0.5; exit 0";
        Result result = impatient.run(Command.of("sh", "-c", program));
        assertThat(result.ok()).isFalse();
        assertThat(result.err()).contains("could not be read to its end");
    }

    @Test
    void handsOverInputAndVariablesWithoutChangingAByte() {
        String value = "a'b\"c$d\ne=#é";
        Result result =
                commands.run(
                        Command.of("sh", "-c", "cat; printf %s \"$V\"")
                                .reading("in;")
                                .with(Map.of("V", value)));
        assertThat(result.out()).isEqualTo("in;" + value);
    }

    @Test
    void handsOverEveryCharacterWhereTheLocaleKnowsAsciiAlone() {
        String value = "\u00e9\u2713 '\"$HOME\\n#;=\r\n\n";
        Command command =
                Command.of("sh", "-c", "printf %s \"$V|$W|$FULLSTACK_ENCODED\"")
                        .with(Map.of("V", value, "W", "plain"));
        Command exact = EncodedEnvironment.of(command, StandardCharsets.US_ASCII);
        assertThat(exact.environment().values()).allMatch(v -> v.chars().allMatch(c -> c < 128));
        assertThat(commands.run(exact).out()).isEqualTo(value + "|plain|");
    }

    @Test
    void streamsLinesOfBothOutputsAsTheyCome() {
        List<String> lines = new ArrayList<>();
        Result result = commands.stream(Command.of("sh", "-c", "echo a; echo b >&2"), lines::add);
        assertThat(lines).containsExactlyInAnyOrder("a", "b");
        assertThat(result.out()).contains("a").contains("b");
    }

    @Test
    void aConversationAnswersUntilItIsClosed() {
        Conversation conversation = commands.open(Command.of("cat"));
        assertThat(conversation.ask("ping", Duration.ofSeconds(10))).contains("ping");
        conversation.close();
        assertThat(conversation.isOpen()).isFalse();
        assertThat(conversation.ask("ping", Duration.ofSeconds(1))).isEmpty();
    }

    @Test
    void aCommandPrintsAsOneCouldTypeIt() {
        assertThat(Command.of("docker", "run", "it's")).hasToString("docker run 'it'\\''s'");
    }
}
