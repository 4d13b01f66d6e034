package io.github.fullstackmaven.it.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.it.maven.Maven;
import io.github.fullstackmaven.it.sample.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * hadolint finds nothing in a rendered Dockerfile that is not explained in {@code
 * it/lab/hadolint/explained.yaml}: in none of the golden ones, and in none of the samples' that
 * every run looks at.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LintedIT {
    private static final Path PROJECT = Path.of(System.getProperty("it.directory"));

    private final List<Path> dockerfiles = new ArrayList<>();

    @BeforeAll
    void collect(@TempDir Path directory) throws IOException {
        dockerfiles.addAll(golden(PROJECT.resolve("src/golden")));
        dockerfiles.addAll(
                golden(
                        PROJECT.resolveSibling("fullstack-maven-plugin")
                                .resolve("src/test/resources/golden")));
        dockerfiles.addAll(
                Stack.usual().parallelStream()
                        .filter(Stack::runs)
                        .map(stack -> rendered(stack, directory.resolve(stack.name())))
                        .toList());
    }

    @Test
    void nothingIsFoundThatIsNotExplained() {
        assertThat(Hadolint.unexplained(dockerfiles)).isEmpty();
    }

    @Test
    void everyExplanationIsNeededAndGivesItsReason() throws IOException {
        assertThat(Hadolint.broken(dockerfiles))
                .extracting(Hadolint.Broken::rule)
                .containsAll(Hadolint.explained().keySet());
        assertThat(Hadolint.explained().values())
                .as("reasons")
                .isNotEmpty()
                .allMatch(r -> r.length() > 20);
    }

    @Test
    void whatLooksLikeASecretIsASwitchOfNext() throws IOException {
        for (Hadolint.Broken broken : Hadolint.broken(dockerfiles)) {
            if (broken.rule().equals("DL3064")) {
                assertThat(Files.readAllLines(broken.dockerfile()).get(broken.line() - 1))
                        .startsWith("ENV NEXT_PRIVATE_STANDALONE=\"true\" ")
                        .doesNotContainPattern("(?i)(token|password|secret|key)[A-Z_]*=");
            }
        }
    }

    @Test
    void theLinterFindsWhatIsWrong(@TempDir Path directory) throws IOException {
        Path wrong = directory.resolve("Dockerfile");
        Files.writeString(wrong, "FROM debian\nWORKDIR relative\n");

        assertThat(Hadolint.unexplained(List.of(wrong)))
                .anyMatch(l -> l.contains("DL3006"))
                .anyMatch(l -> l.contains("DL3000"));
    }

    private static Path rendered(Stack stack, Path copy) {
        List<String> arguments = new ArrayList<>(List.of(Maven.goal("render")));
        arguments.addAll(stack.settings());
        try {
            Sample.copy(stack.directory(), copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Maven.in(copy).run(arguments).succeeded();
        return copy.resolve("target/fullstack/Dockerfile");
    }

    private static List<Path> golden(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> found = files.filter(f -> f.endsWith("Dockerfile")).sorted().toList();
            assertThat(found).as("golden Dockerfiles in %s", directory).isNotEmpty();
            return found;
        }
    }
}
