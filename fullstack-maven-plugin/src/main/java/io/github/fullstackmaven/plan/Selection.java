package io.github.fullstackmaven.plan;

import io.github.fullstackmaven.detect.Detector;
import io.github.fullstackmaven.detect.dockerfile.DockerfileName;
import io.github.fullstackmaven.detect.dockerfile.DockerfileSurvey;
import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.model.Accuracy;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Decides which directory is the front end and which are back ends and workers. */
final class Selection {
    private static final Set<String> BACKEND_NAMES =
            Set.of("backend", "server", "api", "service", "app");
    private static final Set<String> FRONTEND_NAMES =
            Set.of("frontend", "client", "web", "ui", "webapp", "www", "site", "spa");

    /** Several back ends; who answers what may still be clear. */
    static final String SEVERAL = "FS-DETECT-014";

    private final Tree tree;
    private final Detector detector;
    private final List<Finding> findings = new ArrayList<>();
    private final ServiceNames names = new ServiceNames();
    private final NamedDirectory named;
    private List<Site> surveyed;

    Selection(Tree tree, Detector detector) {
        this.tree = tree;
        this.detector = detector;
        this.named = new NamedDirectory(tree, detector, findings);
    }

    List<Finding> findings() {
        return findings;
    }

    /** Returns the front end; empty, with a finding, when there is no choice among several. */
    Optional<Choice> frontend(ServiceRequest request) {
        Optional<Site> site;
        if (request.dir().isPresent()) {
            site = named.site(request, Site::isFrontend, "front end", ServiceKind.STATIC_FRONTEND);
        } else if (sites().stream().anyMatch(Site::servesPages)) {
            site = Optional.empty();
        } else {
            site =
                    one(
                            best(sites().stream().filter(Site::isFrontend).toList()),
                            FRONTEND_NAMES,
                            "front end",
                            "fullstack.frontendDir");
        }
        return site.map(s -> new Choice(s, request, names.free("frontend")));
    }

    /** Returns the back ends that the user names, or those that the repository has. */
    List<Choice> backends(List<ServiceRequest> requests) {
        boolean detected =
                requests.isEmpty() || (requests.size() == 1 && requests.get(0).dir().isEmpty());
        if (detected) {
            return detected(requests.isEmpty() ? ServiceRequest.DETECTED : requests.get(0));
        }
        List<Choice> choices = new ArrayList<>();
        Predicate<Site> process = s -> s.isBackend() || s.isWorker();
        for (ServiceRequest request : requests) {
            Optional<Site> site =
                    request.dir().isPresent()
                            ? named.site(request, process, "back end", ServiceKind.BACKEND)
                            : detected(request).stream().map(Choice::site).findFirst();
            site.ifPresent(s -> choices.add(new Choice(s, request, nameAmong(requests.size(), s))));
        }
        return choices;
    }

    private List<Choice> detected(ServiceRequest request) {
        List<Site> backends = sites().stream().filter(Site::isBackend).toList();
        List<Site> services = new SeveralBackends(backends).services();
        // What the user says is about one back end: which one has to be known.
        if (services.size() > 1 && request.equals(ServiceRequest.DETECTED)) {
            findings.add(
                    Finding.warning(
                            SEVERAL,
                            "there are several back ends, and all of them are deployed: "
                                    + describe(services),
                            "set fullstack.backendDir to deploy one of them alone, or list those"
                                    + " that are meant in <backends>"));
            return services.stream()
                    .map(s -> new Choice(s, ServiceRequest.DETECTED, nameAmong(services.size(), s)))
                    .toList();
        }
        List<Site> best = best(backends);
        if (best.isEmpty()) {
            best = sites().stream().filter(s -> s.isWorker() && s.buildable()).toList();
            if (best.size() > 1 && sites().stream().anyMatch(Site::isFrontend)) {
                best = best(best);
            }
        }
        return one(best, BACKEND_NAMES, "back end", "fullstack.backendDir")
                .map(s -> new Choice(s, request, names.free("backend")))
                .stream()
                .toList();
    }

    /** Returns the workers beside the back ends: what no request reaches and yet has to run. */
    List<Choice> workers(List<Choice> chosen) {
        return sites().stream()
                .filter(Site::isWorker)
                .filter(site -> site.accuracy() == Accuracy.HIGH)
                .filter(site -> chosen.stream().noneMatch(c -> c.site().path().equals(site.path())))
                .map(
                        site ->
                                new Choice(
                                        site,
                                        ServiceRequest.DETECTED,
                                        names.of(site.path(), "worker")))
                .toList();
    }

    /** Says that there is nothing to deploy, or that a part is missing that most have. */
    void complete(Optional<Choice> frontend, List<Choice> backends) {
        boolean asked = findings.stream().anyMatch(Finding::isError);
        boolean whole = backends.stream().anyMatch(b -> b.site().servesPages());
        if (whole || (frontend.isPresent() && !backends.isEmpty()) || asked) {
            return;
        }
        if (frontend.isEmpty() && backends.isEmpty()) {
            List<Site> known =
                    sites().stream().filter(s -> s.kind() != ServiceKind.LIBRARY).toList();
            findings.add(
                    Finding.error(
                            "FS-DETECT-002",
                            "the repository has no front end and no back end"
                                    + (known.isEmpty() ? "" : "; there is " + describe(known)),
                            "add one, or set fullstack.frontendDir or fullstack.backendDir"));
        } else if (frontend.isEmpty()) {
            findings.add(
                    Finding.warning(
                            "FS-DETECT-012",
                            "the repository has no front end: the back end answers /",
                            "set fullstack.frontendDir, or ignore this finding with its reason"));
        } else if (frontend.get().site().kind() == ServiceKind.STATIC_FRONTEND) {
            findings.add(
                    Finding.warning(
                            "FS-DETECT-013",
                            "the repository has no back end: the pages are deployed alone",
                            "set fullstack.backendDir, or ignore this finding with its reason"));
        }
    }

    /** Says what has a Dockerfile and is not deployed: a database, a web server. */
    void infrastructure() {
        List<Site> seen = surveyed == null ? List.of() : surveyed;
        for (Site site : seen) {
            DockerfileSurvey.infrastructure(site)
                    .ifPresent(
                            image ->
                                    findings.add(
                                            Finding.info(
                                                            "FS-DOCKERFILE-006",
                                                            "it only configures "
                                                                    + image
                                                                    + ", and is not deployed with"
                                                                    + " the application",
                                                            "nothing has to be done if the gateway"
                                                                    + " takes its place; else run it"
                                                                    + " beside the application")
                                                    .at(DockerfileName.of(tree, site.path()))));
        }
    }

    private String nameAmong(int count, Site site) {
        return count == 1 ? names.free("backend") : names.of(site.path(), "backend");
    }

    private Optional<Site> one(List<Site> best, Set<String> hints, String what, String setting) {
        if (best.size() < 2) {
            return best.stream().findFirst();
        }
        List<Site> hinted =
                best.stream().filter(s -> hints.contains(RepositoryPath.name(s.path()))).toList();
        if (hinted.size() == 1) {
            taken(best, hinted.get(0), "is taken for its name", what, setting);
            return Optional.of(hinted.get(0));
        }
        Optional<Site> outer = hinted.isEmpty() ? around(best) : Optional.empty();
        if (outer.isPresent()) {
            taken(best, outer.get(), "is taken, since the others lie in it", what, setting);
            return outer;
        }
        tied(what + "s", best, setting);
        return Optional.empty();
    }

    /** Returns the program of the repository itself, beside what only lies in its directory. */
    private static Optional<Site> around(List<Site> sites) {
        return sites.stream()
                .filter(Site::isBackend)
                .filter(
                        outer ->
                                sites.stream()
                                        .allMatch(
                                                s ->
                                                        RepositoryPath.isWithin(
                                                                s.path(), outer.path())))
                .filter(
                        outer ->
                                sites.stream()
                                        .noneMatch(
                                                s ->
                                                        !s.equals(outer)
                                                                && s.path().equals(outer.path())))
                .findFirst();
    }

    private void taken(List<Site> among, Site site, String why, String what, String setting) {
        findings.add(
                Finding.warning(
                        "FS-DETECT-006",
                        "several directories could be the "
                                + what
                                + ": "
                                + describe(among)
                                + "; "
                                + site.path()
                                + " "
                                + why,
                        "set " + setting));
    }

    private List<Site> sites() {
        if (surveyed == null) {
            surveyed = detector.survey().sites();
        }
        return surveyed;
    }

    private void tied(String what, List<Site> sites, String setting) {
        findings.add(
                Finding.error(
                        "FS-DETECT-004",
                        "several " + what + ": " + describe(sites),
                        "set " + setting + " to the one that is meant"));
    }

    private static List<Site> best(List<Site> sites) {
        Accuracy highest =
                sites.stream()
                        .map(Site::accuracy)
                        .max(Comparator.naturalOrder())
                        .orElse(Accuracy.LOW);
        return sites.stream().filter(site -> site.accuracy() == highest).toList();
    }

    private static String describe(List<Site> sites) {
        return String.join(", ", sites.stream().map(Site::describe).toList());
    }
}
