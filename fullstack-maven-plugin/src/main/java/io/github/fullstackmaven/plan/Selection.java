package io.github.fullstackmaven.plan;

import io.github.fullstackmaven.detect.Detector;
import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.model.Accuracy;
import io.github.fullstackmaven.model.Ecosystem;
import io.github.fullstackmaven.model.Evidence;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Decides which directory is the front end and which the back end. */
final class Selection {
    private static final Set<String> BACKEND_NAMES =
            Set.of("backend", "server", "api", "service", "app");

    private final Tree tree;
    private final Detector detector;
    private final List<Finding> findings = new ArrayList<>();
    private List<Site> surveyed;

    Selection(Tree tree, Detector detector) {
        this.tree = tree;
        this.detector = detector;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Returns the front end's site; empty, with a finding, when there is none or no choice. */
    Optional<Site> frontend(ServiceRequest request) {
        if (request.dir().isPresent()) {
            return named(request, Site::isFrontend, "front end", ServiceKind.STATIC_FRONTEND);
        }
        List<Site> best = best(sites().stream().filter(Site::isFrontend).toList());
        if (best.isEmpty()) {
            missing("front end", "package.json with vite", "fullstack.frontendDir");
        } else if (best.size() > 1) {
            tied("front ends", best, "fullstack.frontendDir");
        }
        return best.size() == 1 ? Optional.of(best.get(0)) : Optional.empty();
    }

    /** Returns a back end's site; empty, with a finding, when there is none or no choice. */
    Optional<Site> backend(ServiceRequest request) {
        Predicate<Site> process = s -> s.isBackend() || s.kind() == ServiceKind.WORKER;
        if (request.dir().isPresent()) {
            return named(request, process, "back end", ServiceKind.BACKEND);
        }
        List<Site> best = best(sites().stream().filter(Site::isBackend).toList());
        if (best.isEmpty()) {
            best =
                    sites().stream()
                            .filter(s -> s.kind() == ServiceKind.WORKER && s.buildable())
                            .toList();
        }
        List<Site> hinted =
                best.stream()
                        .filter(s -> BACKEND_NAMES.contains(RepositoryPath.name(s.path())))
                        .toList();
        if (best.size() > 1 && hinted.size() == 1) {
            findings.add(
                    Finding.warning(
                            "FS-DETECT-006",
                            "several directories could be the back end: "
                                    + describe(best)
                                    + "; "
                                    + hinted.get(0).path()
                                    + " is taken for its name",
                            "set fullstack.backendDir"));
            return Optional.of(hinted.get(0));
        }
        if (best.isEmpty()) {
            missing("back end", "Cargo.toml of a program", "fullstack.backendDir");
        } else if (best.size() > 1) {
            tied("back ends", best, "fullstack.backendDir");
        }
        return best.size() == 1 ? Optional.of(best.get(0)) : Optional.empty();
    }

    private List<Site> sites() {
        if (surveyed == null) {
            surveyed = detector.survey().sites();
        }
        return surveyed;
    }

    private Optional<Site> named(
            ServiceRequest request, Predicate<Site> wanted, String what, ServiceKind kind) {
        Sourced<String> dir = request.dir().orElseThrow();
        Optional<String> path = RepositoryPath.resolve(RepositoryPath.ROOT, dir.value());
        boolean absolute = dir.value().startsWith("/");
        if (absolute || path.isEmpty() || !tree.isDirectory(path.get())) {
            findings.add(
                    Finding.error(
                                    "FS-REQUEST-011",
                                    "the directory "
                                            + RequestChecks.quote(dir.value())
                                            + " is not in the repository"
                                            + nearest(path),
                                    "name a directory below the repository's root")
                            .at(dir.source()));
            return Optional.empty();
        }
        List<Site> here = detector.survey().at(path.get());
        Optional<Site> site =
                here.stream().filter(wanted).max(Comparator.comparing(Site::accuracy));
        if (site.isPresent() && (site.get().buildable() || request.build().isEmpty())) {
            return site.map(s -> withAccuracy(s, kind, dir));
        }
        if (request.build().isPresent() && request.output().isPresent()) {
            Ecosystem ecosystem =
                    here.stream().findFirst().map(Site::ecosystem).orElse(defaultFor(kind));
            return Optional.of(
                    new Site(
                            path.get(),
                            ecosystem,
                            kind,
                            site.flatMap(Site::framework),
                            false,
                            Accuracy.FORCED,
                            List.of(new Evidence(dir.source(), "set"))));
        }
        Optional<Finding> broken =
                detector.broken().values().stream()
                        .filter(f -> f.file().map(RepositoryPath::parent).equals(path))
                        .findFirst();
        if (broken.isEmpty()) {
            findings.add(
                    Finding.error(
                                    "FS-DETECT-003",
                                    "there is no " + what + " in the directory " + path.get(),
                                    "name the directory that holds its manifest")
                            .at(dir.source()));
        }
        return Optional.empty();
    }

    private static Ecosystem defaultFor(ServiceKind kind) {
        return kind == ServiceKind.BACKEND ? Ecosystem.RUST : Ecosystem.NODE;
    }

    private static Site withAccuracy(Site site, ServiceKind kind, Sourced<String> dir) {
        List<Evidence> evidence = new ArrayList<>(site.evidence());
        evidence.add(new Evidence(dir.source(), "set"));
        return new Site(
                site.path(),
                site.ecosystem(),
                site.kind() == ServiceKind.WORKER ? kind : site.kind(),
                site.framework(),
                site.buildable(),
                Accuracy.FORCED,
                evidence);
    }

    private String nearest(Optional<String> missing) {
        if (missing.isEmpty()) {
            return "";
        }
        String at = missing.get();
        while (!tree.isDirectory(at) && !at.equals(RepositoryPath.ROOT)) {
            at = RepositoryPath.parent(at);
        }
        return "; the nearest that exists is "
                + at
                + ", with "
                + String.join(", ", tree.directories(at));
    }

    private void missing(String what, String manifest, String setting) {
        List<Site> known = sites().stream().filter(s -> s.kind() != ServiceKind.LIBRARY).toList();
        findings.add(
                Finding.error(
                        "FS-DETECT-002",
                        "the repository has no "
                                + what
                                + (known.isEmpty() ? "" : "; there is " + describe(known)),
                        "add one (a " + manifest + "), or set " + setting));
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
