package io.github.fullstackmaven.it.deployment;

import static com.microsoft.playwright.options.WaitForSelectorState.ATTACHED;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import io.github.fullstackmaven.it.browser.Browser;
import io.github.fullstackmaven.it.browser.Visit;
import io.github.fullstackmaven.it.http.Answer;
import io.github.fullstackmaven.it.tls.TestCertificate;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a visitor sees at {@code https://mapakms.com:PORT/}. */
class BrowserIT {
    private static TestApplication application;
    private static Browser browser;

    @BeforeAll
    static void deploy(@TempDir Path directory) throws Exception {
        application = TestApplication.named("it-browser");
        TestCertificate tls = TestCertificate.of(application.domain(), directory);
        application
                .type(
                        "deploy",
                        "-Dfullstack.tlsCertificate=" + tls.certificate(),
                        "-Dfullstack.tlsKey=" + tls.key())
                .succeeded();
        browser = Browser.where(application.domain());
    }

    @AfterAll
    static void undeploy() {
        if (browser != null) {
            browser.close();
        }
        application.close();
    }

    private static String url(String path) {
        return "https://" + application.domain() + ":" + application.httpsPort() + path;
    }

    @Test
    void theDropDownIsFullAndNothingIsComplainedAbout() throws Exception {
        Visit visit = browser.open(url("/"));
        Locator choices = visit.page().locator("select option");
        choices.nth(291).waitFor(new Locator.WaitForOptions().setState(ATTACHED));
        assertThat(choices.count()).as("291 towns and the placeholder").isEqualTo(292);

        visit.page().locator("select").first().selectOption(choices.nth(7).getAttribute("value"));
        visit.page().locator("section h2").waitFor();

        Path pictures = Path.of(System.getProperty("it.reports"), "pictures");
        Files.createDirectories(pictures);
        visit.picture(pictures.resolve("mapa-kms.png"));
        assertThat(visit.complaints()).isEmpty();
        assertThat(visit.violations()).isEmpty();
    }

    @Test
    void aDeepLinkSurvivesAReload() {
        Visit visit = browser.open(url("/deep/link"));
        Response again = visit.page().reload();
        assertThat(again.status()).isEqualTo(200);
        visit.page()
                .locator("select option")
                .nth(291)
                .waitFor(new Locator.WaitForOptions().setState(ATTACHED));
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void thePolicyIsInForceInTheBrowser() {
        Visit visit = browser.open(url("/"));
        visit.page()
                .evaluate(
                        "fetch('http://127.0.0.1:" + application.httpPort() + "/').catch(() => 0)");
        assertThat(visit.violations()).anyMatch(v -> v.startsWith("connect-src"));
    }

    @Test
    void plainHttpLeadsToTheSecureSite() {
        Answer answer = application.site().get("/deep/link?a=b");
        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.header("location")).isEqualTo(url("/deep/link?a=b"));
    }
}
