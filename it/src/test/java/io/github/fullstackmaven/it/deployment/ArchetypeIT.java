package io.github.fullstackmaven.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.github.fullstackmaven.it.archetype.Archetype;
import io.github.fullstackmaven.it.browser.Browser;
import io.github.fullstackmaven.it.browser.Visit;
import io.github.fullstackmaven.it.docker.Docker;
import io.github.fullstackmaven.it.http.Answer;
import io.github.fullstackmaven.it.http.Site;
import io.github.fullstackmaven.it.maven.Maven;
import io.github.fullstackmaven.it.maven.MavenRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new application: generated, then deployed with what its README says. */
class ArchetypeIT {
    private static final String NAME = "it-greetings";

    private static int port;
    private static Path application;
    private static MavenRun first;
    private static Set<String> containers;

    @BeforeAll
    static void generateAndDeploy(@TempDir Path directory) {
        port = FreePorts.next();
        application = Archetype.generate(directory, NAME);
        first = type("fullstack:deploy").succeeded();
        containers = Docker.containersOf(NAME, "dev");
    }

    @AfterAll
    static void undeploy() {
        type("fullstack:undeploy");
        Docker.run(
                "volume",
                "prune",
                "--all",
                "--force",
                "--filter",
                "label=io.github.fullstackmaven.application=" + NAME);
    }

    private static Page.LocatorOptions withText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static MavenRun type(String goal) {
        return Maven.in(application)
                .run(goal, "-Dfullstack.httpPort=" + port, "-Dfullstack.httpsPort=" + (port + 1));
    }

    @Test
    void printsTheAddressOfTheSite() {
        assertThat(first.output()).contains("http://localhost:" + port);
    }

    @Test
    void whatIsTypedOnThePageComesBackFromTheBackEnd() {
        Answer health = new Site("localhost:" + port, port).get("/api/health");
        assertThat(health.status()).isEqualTo(200);
        try (Browser browser = Browser.where("nowhere.example")) {
            Visit visit = browser.open("http://localhost:" + port + "/");
            visit.page().getByLabel("Your greeting").fill("Good morning from the test");
            visit.page().getByText("Send").click();
            visit.page().locator("li", withText("Good morning from the test")).waitFor();
            visit.picture(Path.of(System.getProperty("it.reports"), "pictures", "archetype.png"));
            assertThat(visit.complaints()).isEmpty();
            assertThat(visit.violations()).isEmpty();
        }
    }

    @Test
    void theDeployPhaseOfTheLifecycleFindsNothingToDo() throws Exception {
        type("deploy").succeeded();
        assertThat(Docker.containersOf(NAME, "dev")).isEqualTo(containers);
        assertThat(Files.readString(application.resolve("target/fullstack/deployment.json")))
                .contains("unchanged");
    }
}
