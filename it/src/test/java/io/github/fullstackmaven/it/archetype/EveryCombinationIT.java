package io.github.fullstackmaven.it.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.github.fullstackmaven.it.browser.Browser;
import io.github.fullstackmaven.it.browser.Visit;
import io.github.fullstackmaven.it.docker.Docker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every combination is generated, passes its own tests, is deployed as it is, and shows in the
 * browser what its database holds. The system properties {@code it.frontends} and {@code
 * it.backends} name those to take, with commas; empty: all.
 */
@Tag("archetypes")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryCombinationIT {
    private static final String NAME = "it-every-combination";
    private static final String ROW = "%-8s %-7s %6s %8s  %-7s %s";

    private final OwnTests tests = new OwnTests();
    private final List<String> rows = new ArrayList<>();

    static Stream<Combination> asked() {
        return Combination.every()
                .filter(c -> asked("it.frontends", c.frontend()))
                .filter(c -> asked("it.backends", c.backend()));
    }

    private static boolean asked(String property, String value) {
        Set<String> names = Set.of(System.getProperty(property, "").split(","));
        return names.contains("") || names.contains(value);
    }

    @AfterAll
    void print() {
        System.out.println(
                ROW.formatted("front", "back", "built", "image", "page", "data from the back end"));
        rows.forEach(System.out::println);
    }

    @ParameterizedTest
    @MethodSource("asked")
    void isTestedDeployedAndShowsItsData(Combination combination, @TempDir Path directory)
            throws IOException {
        Path generated = combination.generate(directory, NAME);
        passed(tests.ofTheFrontend(generated));
        passed(tests.ofTheBackend(generated, combination.backend()));

        try (NewRepository repository = new NewRepository(generated)) {
            long began = System.nanoTime();
            repository.type("fullstack:build").succeeded();
            long seconds = (System.nanoTime() - began) / 1_000_000_000;
            repository.type("fullstack:deploy").succeeded();
            assertThat(repository.site().get("/api/v1/greetings").status()).isEqualTo(200);
            String shown = look(repository, combination);
            rows.add(
                    ROW.formatted(
                            combination.frontend(),
                            combination.backend(),
                            seconds + " s",
                            String.format(Locale.ROOT, "%.0f MB", repository.megabytes()),
                            "loaded",
                            shown));
        }
    }

    /** What is typed on the page comes back from the back end, and the next visitor sees it. */
    private static String look(NewRepository repository, Combination combination) {
        try (Browser browser = Browser.where("nowhere.example")) {
            Visit visit = browser.open(repository.url());
            visit.page().locator("li", withText("Hello from the back end")).waitFor();
            visit.page().getByLabel("Your greeting").fill("From the page");
            visit.page().getByText("Send").click();
            visit.page().locator("li", withText("From the page")).waitFor();
            Visit another = browser.open(repository.url());
            another.page().locator("li", withText("From the page")).waitFor();
            another.page().reload();
            another.page().locator("li", withText("From the page")).waitFor();
            List<String> shown = another.page().locator("li").allTextContents();
            Path pictures = Path.of(System.getProperty("it.reports"), "pictures");
            visit.picture(pictures.resolve("archetype-" + combination + ".png"));
            assertThat(visit.complaints()).isEmpty();
            assertThat(visit.violations()).isEmpty();
            assertThat(shown).hasSize(4);
            return String.join(", ", shown);
        }
    }

    private static Page.LocatorOptions withText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static void passed(Docker.Ended ended) {
        assertThat(ended.exit()).as(ended.output()).isZero();
    }
}
