package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.detect.evidence.OwnPages;
import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.detect.rules.Rule;
import io.github.fullstackmaven.detect.rules.RuleBook;
import io.github.fullstackmaven.model.Accuracy;
import io.github.fullstackmaven.model.Ecosystem;
import io.github.fullstackmaven.model.Evidence;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what may be a service among the directories with a {@code package.json}. */
public final class NodeSurvey {
    private final Manifests manifests;
    private final RuleBook rules;

    public NodeSurvey(Manifests manifests, RuleBook rules) {
        this.manifests = manifests;
        this.rules = rules;
    }

    /** Returns the sites; a manifest that only serves the tooling is a library. */
    public List<Site> sites(List<String> directories) {
        List<Site> sites = directories.stream().flatMap(d -> found(d).stream()).toList();
        Set<String> shared =
                sites.stream()
                        .map(site -> NxProject.of(manifests, site.path()))
                        .flatMap(Optional::stream)
                        .map(project -> project.top().directory())
                        .collect(Collectors.toSet());
        return sites.stream()
                .map(site -> shared.contains(site.path()) ? tooling(site) : site)
                .toList();
    }

    /** What several projects share is none of them, whatever it declares for all. */
    private Site tooling(Site top) {
        boolean project = manifests.tree().isFile(RepositoryPath.join(top.path(), NxProject.FILE));
        return project
                ? top
                : new Site(
                        top.path(),
                        top.ecosystem(),
                        ServiceKind.LIBRARY,
                        Optional.empty(),
                        false,
                        top.accuracy(),
                        top.evidence());
    }

    /** Returns what a directory can be taken for, if its manifest can be read. */
    public List<Site> at(String directory) {
        Optional<PackageJson> project = PackageJson.of(manifests, directory);
        return project.map(found -> both(found, site(found))).orElse(List.of());
    }

    private List<Site> found(String directory) {
        List<Site> sites = at(directory);
        List<Site> whole = sites.stream().filter(Site::servesPages).toList();
        return whole.isEmpty() ? sites : whole;
    }

    /** Pages, and the server of the same package where it starts one. */
    private List<Site> both(PackageJson project, Site pages) {
        boolean own = project.file().equals("package.json");
        if (pages.kind() != ServiceKind.STATIC_FRONTEND || !own) {
            return List.of(pages);
        }
        return OwnServer.of(
                        manifests.tree(),
                        project,
                        ManagerTool.NPM,
                        rules.dependencies(ServiceKind.BACKEND))
                .map(server -> List.of(pages, process(project, pages, server)))
                .orElse(List.of(pages));
    }

    private Site process(PackageJson project, Site pages, OwnServer server) {
        Framework framework = Framework.of(pages.framework(), pages.kind(), project);
        String output =
                new PageOutput(
                                manifests.tree(),
                                project,
                                framework,
                                project.script("build").orElse(""))
                        .read()
                        .orElse("");
        boolean serves = !output.isEmpty() && server.serves(output);
        Optional<Rule> rule = rules.concluding(ServiceKind.BACKEND, pages.evidence());
        List<Evidence> evidence = new ArrayList<>(pages.evidence());
        evidence.add(
                new Evidence(
                        server.sources().files().keySet().iterator().next(),
                        serves ? "node.serves-own-pages" : "node.own-server"));
        return new Site(
                pages.path(),
                pages.ecosystem(),
                ServiceKind.BACKEND,
                rule.map(found -> found.then().framework()),
                true,
                serves ? pages.accuracy() : Accuracy.MEDIUM,
                evidence,
                Optional.of(new OwnPages(pages.framework().orElse(""), output, serves)));
    }

    private Site site(PackageJson project) {
        RuleBook.Verdict verdict = rules.judge(project.facts(manifests));
        Optional<Rule> rule = verdict.conclusion();
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(new Evidence(project.path(), "node.manifest"));
        evidence.addAll(verdict.evidence());
        return new Site(
                project.directory(),
                Ecosystem.NODE,
                rule.map(Rule::then).map(Rule.Then::kind).orElse(ServiceKind.LIBRARY),
                rule.map(Rule::then).map(Rule.Then::framework),
                rule.map(Rule::then).map(Rule.Then::buildable).orElse(false),
                rule.map(Rule::accuracy).orElse(Accuracy.LOW),
                evidence.stream().distinct().toList());
    }
}
