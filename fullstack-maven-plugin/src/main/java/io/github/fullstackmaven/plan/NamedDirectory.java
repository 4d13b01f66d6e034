package io.github.fullstackmaven.plan;

import io.github.fullstackmaven.detect.Detector;
import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.model.Accuracy;
import io.github.fullstackmaven.model.Builder;
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
import java.util.function.Predicate;

/** A directory that the user names as a service. What is wrong with it is a finding. */
final class NamedDirectory {
    private final Tree tree;
    private final Detector detector;
    private final List<Finding> findings;

    /**
     * Takes where to look, and where to say what is wrong.
     *
     * @param findings is added to
     */
    NamedDirectory(Tree tree, Detector detector, List<Finding> findings) {
        this.tree = tree;
        this.detector = detector;
        this.findings = findings;
    }

    /**
     * Returns what the directory holds.
     *
     * @param request names the directory
     * @param wanted what it may be
     * @param what the same in words
     * @param kind what it is when only the user's build knows
     */
    Optional<Site> site(
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
        boolean nix = request.builder().filter(b -> b.value() == Builder.NIX).isPresent();
        if (request.build().isPresent() && request.output().isPresent()) {
            Ecosystem ecosystem =
                    here.stream()
                            .findFirst()
                            .map(Site::ecosystem)
                            .orElse(nix ? Ecosystem.NIX : defaultFor(kind));
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
        if (nix) {
            return Optional.of(
                    new Site(
                            path.get(),
                            Ecosystem.NIX,
                            kind,
                            Optional.empty(),
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
                evidence,
                site.pages());
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
}
