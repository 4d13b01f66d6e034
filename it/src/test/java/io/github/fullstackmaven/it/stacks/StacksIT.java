package io.github.fullstackmaven.it.stacks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fullstackmaven.it.http.Answer;
import io.github.fullstackmaven.it.http.Site;
import io.github.fullstackmaven.it.maven.SideBySide;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every sample, of whatever stack, is understood without a setting that its {@code expected.json}
 * does not name, and answers as that says once it is on the air. Its own files stay as they are.
 */
class StacksIT {
    /** One for each ecosystem, of those that build quickly. The first sample of all is in Rust. */
    private static final Set<String> QUICK =
            Set.of("go-plain", "python-plain", "node-react", "java-vue");

    /** Those that are asked for by name, or all. */
    static Stream<Stack> every() {
        List<String> names = List.of(System.getProperty("it.samples", "").split(","));
        return Stack.all().stream()
                .filter(stack -> names.contains("") || names.contains(stack.name()));
    }

    static Stream<Stack> usual() {
        return every().filter(stack -> !stack.onlyInGroup());
    }

    static Stream<Stack> quick() {
        return every().filter(stack -> QUICK.contains(stack.name()));
    }

    static Stream<Stack> others() {
        return every().filter(stack -> stack.runs() && !QUICK.contains(stack.name()));
    }

    @ParameterizedTest
    @SideBySide
    @MethodSource("usual")
    void whatItIsMadeOfIsFound(Stack stack) throws IOException {
        StackOnAir copy = new StackOnAir(stack);
        System.out.println(copy.type("detect").succeeded().output());
        assertServices(stack.services(), copy.plan().path("services"));
    }

    @ParameterizedTest
    @MethodSource("quick")
    void aQuickOneAnswersAsItsAuthorSays(Stack stack) throws IOException {
        deployAndAsk(stack);
    }

    @ParameterizedTest
    @MethodSource("others")
    @Tag("stacks")
    void anyOtherAnswersAsItsAuthorSays(Stack stack) throws IOException {
        if (stack.onlyInGroup()) {
            whatItIsMadeOfIsFound(stack);
        }
        deployAndAsk(stack);
    }

    private static void deployAndAsk(Stack stack) throws IOException {
        try (StackOnAir copy = new StackOnAir(stack)) {
            Map<String, String> sources = copy.sources();
            copy.type("deploy").succeeded();
            System.out.println(stack.name() + " " + copy.imageSizes());
            SoftAssertions softly = new SoftAssertions();
            softly.assertThat(copy.sources()).as("files of the repository").isEqualTo(sources);
            stack.answers().forEach(expected -> ask(copy.site(), expected, softly));
            softly.assertAll();
        }
    }

    private static void ask(Site site, Stack.Expected expected, SoftAssertions softly) {
        Answer answer = site.send(expected.method(), expected.path(), expected.request());
        String row =
                "%-4s %-40s %d %s"
                        .formatted(
                                expected.method(), expected.path(), answer.status(), answer.type());
        System.out.println(row);
        softly.assertThat(answer.status()).as(row).isEqualTo(expected.status());
        softly.assertThat(answer.type()).as(row).contains(expected.type());
        softly.assertThat(answer.body()).as(row).contains(expected.body());
    }

    /** Every fact that a sample states of a service is in the plan, and no service is besides. */
    private static void assertServices(List<JsonNode> expected, JsonNode planned) {
        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(planned)
                .extracting(service -> service.path("path").asText())
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map(service -> service.path("path").asText()).toList());
        for (JsonNode service : expected) {
            String path = service.path("path").asText();
            service.properties()
                    .forEach(
                            fact ->
                                    softly.assertThat(planned(planned, path, fact.getKey()))
                                            .as(path + ": " + fact.getKey())
                                            .isEqualTo(fact.getValue().asText()));
        }
        softly.assertAll();
    }

    private static String planned(JsonNode services, String path, String fact) {
        for (JsonNode service : services) {
            if (service.path("path").asText().equals(path)) {
                return switch (fact) {
                    case "port" -> service.at("/port/value").asText();
                    case "health" -> service.at("/health/path").asText();
                    default -> service.path(fact).asText();
                };
            }
        }
        return "no service in " + path;
    }
}
