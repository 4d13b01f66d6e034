package io.github.fullstackmaven.goal.verify.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.goal.verify.browser.Complaint.Kind;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Severity;
import io.github.fullstackmaven.model.Verdict;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SightChecksTest {
    private static final SightChecks CHECKS = new SightChecks(URI.create("http://shop.test:81"));

    @Test
    void pagesWithoutAComplaintAreWell() {
        List<Verdict> verdicts = CHECKS.of(List.of(sight("/"), sight("/towns")));

        assertThat(verdicts)
                .singleElement()
                .satisfies(v -> assertThat(v.checkup().isWell()).isTrue());
        assertThat(verdicts.get(0).checkup().detail()).isEqualTo("2 pages without a complaint");
    }

    @Test
    void aCallToTheVisitorsOwnMachineHasItsRemedy() {
        Finding finding =
                only(
                        new Complaint(
                                Kind.BLOCKED,
                                "connect-src blocks http://localhost:3000/api/x",
                                "http://localhost:3000/api/x",
                                0,
                                Optional.of("http://shop.test:81/assets/a.js:1:9")));

        assertThat(finding.isError()).isTrue();
        assertThat(finding.id()).isEqualTo("FS-VERIFY-052");
        assertThat(finding.message())
                .isEqualTo(
                        "/: connect-src blocks http://localhost:3000/api/x, at /assets/a.js:1:9");
        assertThat(finding.remedy()).contains("by a path, like /api/");
    }

    @Test
    void whoIsNotLoggedInIsNoFaultAndWhoFailsIs() {
        assertThat(only(request("http://shop.test:81/api/me", 401)).severity())
                .isEqualTo(Severity.INFO);
        assertThat(only(request("http://shop.test:81/api/x", 404)).severity())
                .isEqualTo(Severity.WARNING);
        assertThat(only(request("http://shop.test:81/api/x", 500)).severity())
                .isEqualTo(Severity.ERROR);
        assertThat(only(request("http://shop.test:81/api/x", 0)).severity())
                .isEqualTo(Severity.ERROR);
        assertThat(only(request("https://maps.test/x", 0)).severity()).isEqualTo(Severity.WARNING);
        assertThat(only(request("http://127.0.0.1:3000/x", 0)).severity())
                .isEqualTo(Severity.ERROR);
    }

    @Test
    void theSameOnSeveralPagesIsToldOnce() {
        Complaint same = Complaint.of(Kind.EXCEPTION, "TypeError: x", Optional.empty());

        List<Verdict> verdicts = CHECKS.of(List.of(sight("/", same), sight("/a", same)));

        assertThat(verdicts)
                .singleElement()
                .satisfies(
                        v ->
                                assertThat(v.checkup().detail())
                                        .isEqualTo("/ (and on 1 more pages): TypeError: x"));
    }

    @Test
    void aFloodOfComplaintsIsCutShort() {
        Complaint[] many =
                IntStream.range(0, 500)
                        .mapToObj(i -> Complaint.of(Kind.EXCEPTION, "x" + i, Optional.empty()))
                        .toArray(Complaint[]::new);

        assertThat(CHECKS.of(List.of(sight("/", many)))).hasSize(11);
    }

    @Test
    void aPageThatIsNowhereNeverDoneOrEmptyIsNamed() {
        assertThat(ids(sight(404, PageState.IDLE, false))).containsExactly("FS-VERIFY-056");
        assertThat(ids(sight(200, PageState.CRASHED, false))).containsExactly("FS-VERIFY-056");
        assertThat(ids(sight(200, PageState.LOADING, false))).containsExactly("FS-VERIFY-054");
        assertThat(ids(sight(200, PageState.IDLE, true))).containsExactly("FS-VERIFY-055");
    }

    @Test
    void aPageWhoseScriptDoesNotEndIsWrongAndOneThatAsksAgainAndAgainIsRemarked() {
        assertThat(finding(sight(200, PageState.SILENT, false)).isError()).isTrue();
        assertThat(finding(sight(200, PageState.SILENT, false)).message()).contains("does not end");
        assertThat(finding(sight(200, PageState.BUSY, false)).severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void whatAnOpenConnectionBringsDoesNotKeepAPageBusy() {
        assertThat(Observation.goesOn("Network.eventSourceMessageReceived")).isTrue();
        assertThat(Observation.goesOn("Network.requestWillBeSent")).isFalse();
    }

    @Test
    void aChromiumIsFoundByItsName() {
        assertThat(ChromiumFinder.on("/a::/b", p -> p.toString().equals("/b/google-chrome")))
                .hasValueSatisfying(p -> assertThat(p.toString()).isEqualTo("/b/google-chrome"));
        assertThat(ChromiumFinder.on("", p -> true)).isEmpty();
    }

    private static Complaint request(String url, int status) {
        return new Complaint(Kind.REQUEST, url, url, status, Optional.empty());
    }

    private static Finding only(Complaint complaint) {
        return finding(sight("/", complaint));
    }

    private static Finding finding(Sight sight) {
        return CHECKS.of(List.of(sight)).get(0).problem().orElseThrow();
    }

    private static List<String> ids(Sight sight) {
        return CHECKS.of(List.of(sight)).stream().map(Verdict::id).toList();
    }

    private static Sight sight(String path, Complaint... complaints) {
        return new Sight(
                path,
                200,
                List.of(complaints),
                List.of(),
                PageState.IDLE,
                false,
                List.of(),
                Optional.empty());
    }

    private static Sight sight(int status, PageState state, boolean empty) {
        return new Sight(
                "/",
                status,
                List.of(),
                List.of("http://a/"),
                state,
                empty,
                List.of(),
                Optional.empty());
    }
}
