package io.github.fullstackmaven.goal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.host.Answer;
import io.github.fullstackmaven.host.HttpSite.Request;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Health;
import io.github.fullstackmaven.model.Route;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RouteChecksTest {
    private static final Route API = new Route("/api", "backend", false, "test");
    private static final Request REQUEST = Request.get("/api/nowhere");
    private static final Answer START =
            Answers.of(200, "<p>start</p>", "content-type", "text/html; charset=utf-8");

    @Test
    void aPathThatTheBackEndDoesNotKnowIsAnsweredByIt() {
        assertThat(problem(Answers.of(404, "{}", "content-type", "application/json"))).isEmpty();
        assertThat(problem(Answers.of(401, "", "content-type", "text/html"))).isEmpty();
    }

    @Test
    void aBackEndThatIsAwayIsNamed() {
        assertThat(problem(Answers.of(503, "{\"error\":\"upstream_unavailable\"}")))
                .contains("FS-VERIFY-020");
        assertThat(problem(Answer.none("no answer within 20 s"))).contains("FS-VERIFY-020");
    }

    @Test
    void thePageInsteadOfTheBackEndIsNamed() {
        assertThat(problem(START)).contains("FS-VERIFY-021");
        assertThat(
                        problem(
                                Answers.of(
                                        404,
                                        "<h1>404</h1><hr><center>nginx</center>",
                                        "content-type",
                                        "text/html")))
                .contains("FS-VERIFY-021");
    }

    @Test
    void aBackEndThatFailsForWhatIsNowhereIsAWarning() {
        Answer answer = Answers.of(500, "{}", "content-type", "application/json");

        assertThat(problem(answer)).contains("FS-VERIFY-022");
        assertThat(
                        RouteChecks.of(API, REQUEST, answer, Optional.of(START))
                                .problem()
                                .filter(Finding::isError))
                .isEmpty();
    }

    @Test
    void healthIsAskedForWhereTheGatewayHasIt() {
        Route stripped = new Route("/rpc", "backend", true, "test");

        assertThat(RouteChecks.healthPath(API, new Health("/api/health", "")))
                .isEqualTo("/api/health");
        assertThat(RouteChecks.healthPath(API, new Health("/healthz", "")))
                .isEqualTo("/api/health");
        assertThat(RouteChecks.healthPath(stripped, new Health("/healthz", "")))
                .isEqualTo("/rpc/healthz");
    }

    @Test
    void aHealthThatAsksWhoIsThereIsNone() {
        assertThat(RouteChecks.health(API, REQUEST, Answers.of(204, "")).problem()).isEmpty();
        assertThat(RouteChecks.health(API, REQUEST, Answers.of(401, "")).problem()).isPresent();
        assertThat(RouteChecks.health(API, REQUEST, Answers.of(302, "")).problem()).isPresent();
    }

    @Test
    void conversationsBeginOrAreNamed() {
        assertThat(ConversationChecks.ofWebSocket("/ws", Answers.of(101, "")).problem()).isEmpty();
        assertThat(ConversationChecks.ofWebSocket("/ws", Answers.of(426, "")).problem())
                .map(Finding::id)
                .contains("FS-VERIFY-024");
        assertThat(
                        ConversationChecks.ofEvents(
                                        "/e",
                                        Answers.of(200, "", "content-type", "text/event-stream"))
                                .problem())
                .isEmpty();
        assertThat(
                        ConversationChecks.ofEvents(
                                        "/e", Answers.of(200, "", "content-type", "text/html"))
                                .problem())
                .map(Finding::id)
                .contains("FS-VERIFY-025");
    }

    @Test
    void whoIsReadySaysItAndIsWhoWasStarted() {
        assertThat(Readiness.fault("trial", r -> Answers.of(200, "trial\n"))).isEmpty();
        assertThat(Readiness.fault("trial", r -> Answers.of(200, "r7")))
                .contains("something else answers on its port");
        assertThat(
                        Readiness.fault(
                                "trial",
                                r -> Answers.of(503, "{\"error\":\"upstream_unavailable\"}")))
                .hasValueSatisfying(f -> assertThat(f).contains("503", "silent"));
    }

    private static Optional<String> problem(Answer answer) {
        return RouteChecks.of(API, REQUEST, answer, Optional.of(START)).problem().map(Finding::id);
    }
}
