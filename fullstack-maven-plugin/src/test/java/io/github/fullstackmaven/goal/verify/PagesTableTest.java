package io.github.fullstackmaven.goal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.host.Answer;
import io.github.fullstackmaven.host.HttpSite.Request;
import io.github.fullstackmaven.model.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagesTableTest {
    private static final String[] ALWAYS = {
        "server", "nginx",
        "x-content-type-options", "nosniff",
        "referrer-policy", "same-origin",
        "cross-origin-opener-policy", "same-origin",
        "permissions-policy", "camera=()",
        "content-security-policy", "default-src 'self'",
        "x-frame-options", "DENY",
        "content-type", "text/html; charset=utf-8",
        "cache-control", "no-cache"
    };
    private static final Answer PAGE = Answers.of(200, "<p>page</p>", ALWAYS);
    private static final Answer MISSING =
            Answers.with(Answers.of(404, "not found", ALWAYS), "cache-control", "no-store");

    /** What the built-in gateway answers. */
    private static Answer gateway(Request request) {
        if (request.method().equals("HEAD")) {
            return new Answer(200, PAGE.headers(), "", Optional.empty());
        }
        if (request.method().equals("POST")) {
            return Answers.with(Answers.of(405, "", ALWAYS), "allow", "GET, HEAD");
        }
        return request.target().matches("/\\..*|.*\\.(js|css)") ? MISSING : PAGE;
    }

    @Test
    void theBuiltInGatewayIsWell() {
        assertThat(failed(PagesTableTest::gateway, false, false)).isEmpty();
    }

    @Test
    void aDeepLinkThatIsNowhereIsNamedUnlessEachAddressHasAPage() {
        Function<Request, Answer> site =
                r -> r.target().contains("/of/no/file") ? MISSING : gateway(r);

        assertThat(failed(site, false, false)).containsExactly("FS-VERIFY-011");
        assertThat(failed(site, true, false)).isEmpty();
    }

    @Test
    void aMissingFileThatIsThePageIsNamed() {
        Function<Request, Answer> site =
                r -> r.target().endsWith(".css") || r.target().endsWith(".js") ? PAGE : gateway(r);

        assertThat(failed(site, false, false)).containsExactly("FS-VERIFY-012", "FS-VERIFY-012");
    }

    @Test
    void aHiddenFileThatIsServedIsNamed() {
        Function<Request, Answer> site =
                r -> r.target().equals("/.env") ? Answers.of(200, "KEY=1") : gateway(r);

        assertThat(failed(site, false, false)).containsExactly("FS-VERIFY-013");
    }

    @Test
    void aMethodThatIsTakenIsNamed() {
        Function<Request, Answer> site = r -> r.method().equals("POST") ? PAGE : gateway(r);

        assertThat(failed(site, false, false)).containsExactly("FS-VERIFY-014");
    }

    @ParameterizedTest
    @CsvSource({
        "cache-control,FS-VERIFY-010",
        "x-content-type-options,FS-VERIFY-015",
        "referrer-policy,FS-VERIFY-015",
        "content-security-policy,FS-VERIFY-015",
        "x-frame-options,FS-VERIFY-015",
        "content-type,FS-VERIFY-010"
    })
    void aHeaderThatIsMissingIsNamed(String header, String id) {
        UnaryOperator<Answer> lacking = a -> Answers.without(a, header);

        assertThat(failed(r -> lacking.apply(gateway(r)), false, false)).contains(id);
    }

    @Test
    void aPolicyThatOnlyReportsIsOne() {
        Function<Request, Answer> site =
                r ->
                        Answers.with(
                                Answers.without(gateway(r), "content-security-policy"),
                                "content-security-policy-report-only",
                                "default-src 'self'");

        assertThat(failed(site, false, false)).isEmpty();
    }

    @Test
    void theVersionOfTheServerIsNobodysBusiness() {
        assertThat(failed(r -> Answers.with(gateway(r), "server", "nginx/1.30.1"), false, false))
                .containsExactly("FS-VERIFY-016");
    }

    @Test
    void whoMayBeFramedHasNoHeaderAgainstIt() {
        assertThat(failed(PagesTableTest::gateway, false, true)).containsExactly("FS-VERIFY-015");
        assertThat(failed(r -> Answers.without(gateway(r), "x-frame-options"), false, true))
                .isEmpty();
    }

    @Test
    void whoDoesNotAnswerFailsEverywhere() {
        assertThat(failed(r -> Answer.none("refused"), false, false))
                .hasSize(PagesTable.rows(false, false).size());
    }

    @Test
    void onlyANameWithAHashIsKeptForEver() {
        Map<String, String> wanted =
                Map.of(
                        "/assets/index-BcD3fGh1.js",
                        "public, max-age=31536000, immutable",
                        "/assets/logo.svg",
                        "no-cache");

        wanted.forEach(
                (path, value) -> {
                    Row row = PagesTable.file(path);
                    assertThat(row.judge(Answers.of(200, "x", "cache-control", value)).problem())
                            .as(path)
                            .isEmpty();
                    assertThat(row.judge(Answers.of(200, "x", "cache-control", "no")).problem())
                            .as(path)
                            .isPresent();
                });
    }

    private static List<String> failed(
            Function<Request, Answer> site, boolean onePageAnAddress, boolean framed) {
        return PagesTable.rows(onePageAnAddress, framed).stream()
                .map(row -> row.judge(site.apply(row.request())))
                .filter(v -> v.problem().isPresent())
                .map(Verdict::id)
                .toList();
    }
}
