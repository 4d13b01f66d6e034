package io.github.fullstackmaven.goal.verify;

import io.github.fullstackmaven.host.Answer;
import io.github.fullstackmaven.host.HttpSite.Request;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Health;
import io.github.fullstackmaven.model.Route;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Whether every part of the URL space is answered by the service that it belongs to. */
final class RouteChecks {
    private static final String SILENT = "FS-VERIFY-020";
    private static final String NOT_BY_SERVICE = "FS-VERIFY-021";
    private static final String FAULTY = "FS-VERIFY-022";
    private static final String HEALTH = "FS-VERIFY-023";

    private final Application application;
    private final Function<Request, Answer> site;

    RouteChecks(Application application, Function<Request, Answer> site) {
        this.application = application;
        this.site = site;
    }

    /** Asks, and returns what there is to say. */
    List<Verdict> verdicts() {
        List<Verdict> all = new ArrayList<>();
        Answer start = site.apply(Request.get("/"));
        for (Route route : application.routes()) {
            Optional<Service> process =
                    application.service(route.service()).filter(Service::isProcess);
            if (process.isEmpty()) {
                continue;
            }
            String below = route.path().equals("/") ? "" : route.path();
            Request request = Request.get(below + "/fullstack-verify-9f3c");
            boolean root = below.isEmpty();
            all.add(
                    of(
                            route,
                            root ? Request.get("/") : request,
                            root ? start : site.apply(request),
                            root ? Optional.empty() : Optional.of(start)));
            if (!root && process.get().health().isPresent()) {
                Request health = Request.get(healthPath(route, process.get().health().get()));
                all.add(health(route, health, site.apply(health)));
            }
        }
        return List.copyOf(all);
    }

    /** Whoever asks for a path that no back end has is told so by the back end. */
    static Verdict of(Route route, Request request, Answer answer, Optional<Answer> startPage) {
        String subject = "route " + route.path();
        String said = request + ": " + answer.summary();
        if (answer.status() == 0 || answer.text().startsWith("{\"error\":\"upstream_")) {
            return Verdict.unwell(
                    subject,
                    Finding.error(
                            SILENT,
                            said + ": " + route.service() + " does not answer",
                            "see whether it listens on the port in PORT and at the address in"
                                    + " HOST; its log says what it does"));
        }
        boolean page =
                startPage
                        .filter(s -> s.type().equals("text/html"))
                        .filter(s -> s.text().equals(answer.text()))
                        .isPresent();
        if (page || isOfGateway(answer)) {
            return Verdict.unwell(
                    subject,
                    Finding.error(
                            NOT_BY_SERVICE,
                            said
                                    + (page ? ", the start page" : ", by the gateway")
                                    + ", not by "
                                    + route.service(),
                            "compare src/fullstack/templates/nginx.conf.vm with the built-in one"));
        }
        if (answer.status() >= 500) {
            return Verdict.unwell(
                    subject,
                    Finding.warning(
                            FAULTY, said, "its log says why; a path that is nowhere is a 404"));
        }
        return Verdict.well(SILENT, subject, said + ", by " + route.service());
    }

    /** The page that nginx makes of an error when nobody else has. */
    private static boolean isOfGateway(Answer answer) {
        return answer.status() >= 400
                && answer.type().equals("text/html")
                && answer.text().contains("<center>nginx</center>");
    }

    static Verdict health(Route route, Request request, Answer answer) {
        String subject = "health of " + route.service();
        String said = request + ": " + answer.summary();
        return answer.status() / 100 == 2
                ? Verdict.well(HEALTH, subject, said)
                : Verdict.unwell(
                        subject,
                        Finding.error(
                                HEALTH,
                                said,
                                "let it answer 200 without authentication and redirects, or set"
                                        + " backendHealth"));
    }

    /** Where the gateway lets visitors ask for it. */
    static String healthPath(Route route, Health health) {
        if (route.stripPrefix()) {
            return route.path() + health.path();
        }
        return health.path().startsWith(route.path() + "/")
                ? health.path()
                : route.path() + "/health";
    }
}
