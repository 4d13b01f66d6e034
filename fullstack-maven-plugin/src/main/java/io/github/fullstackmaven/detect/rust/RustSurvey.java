package io.github.fullstackmaven.detect.rust;

import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.detect.rules.Rule;
import io.github.fullstackmaven.detect.rules.RuleBook;
import io.github.fullstackmaven.model.Accuracy;
import io.github.fullstackmaven.model.Ecosystem;
import io.github.fullstackmaven.model.Evidence;
import io.github.fullstackmaven.model.ServiceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds what may be a service among the directories with a {@code Cargo.toml}. */
public final class RustSurvey {
    private final Manifests manifests;
    private final RuleBook rules;

    public RustSurvey(Manifests manifests, RuleBook rules) {
        this.manifests = manifests;
        this.rules = rules;
    }

    /** Returns the sites; members are folded into their workspace. */
    public List<Site> sites(List<String> directories) {
        List<Site> sites = new ArrayList<>();
        Set<String> roots = new TreeSet<>();
        for (String directory : directories) {
            Optional<CargoWorkspace> workspace = CargoWorkspace.of(manifests, directory);
            if (workspace.isPresent() && roots.add(workspace.get().root())) {
                sites.addAll(sites(new RustProject(manifests, workspace.get(), rules)));
            }
        }
        return sites;
    }

    /** Returns the one directory that the user names, whatever it turns out to be. */
    public Optional<Site> at(String directory) {
        return CargoWorkspace.of(manifests, directory)
                .map(workspace -> new RustProject(manifests, workspace, rules))
                .flatMap(
                        project -> {
                            if (directory.equals(project.workspace().root())) {
                                return sites(project).stream()
                                        .findFirst()
                                        .map(site -> at(directory, site));
                            }
                            return project.workspace()
                                    .packageAt(directory)
                                    .map(crate -> site(project, directory, crate));
                        });
    }

    private List<Site> sites(RustProject project) {
        List<Site> sites = new ArrayList<>();
        Optional<Site> process = Optional.empty();
        for (CargoPackage crate : project.workspace().defaultPackages()) {
            Site site = site(project, crate.directory(), crate);
            if (site.isFrontend()) {
                sites.add(site);
            } else if (process.isEmpty() || rank(site) < rank(process.get())) {
                process = Optional.of(site);
            }
        }
        process.ifPresent(site -> sites.add(0, inWorkspace(project, site)));
        return sites;
    }

    /** The workspace stands for its packages as long as it is not clear which of them it is. */
    private static Site inWorkspace(RustProject project, Site site) {
        long same =
                project.workspace().defaultPackages().stream()
                        .filter(crate -> project.kind(crate) == site.kind())
                        .count();
        return at(same == 1 ? site.path() : project.workspace().root(), site);
    }

    private static Site at(String path, Site site) {
        return new Site(
                path,
                site.ecosystem(),
                site.kind(),
                site.framework(),
                site.buildable(),
                site.accuracy(),
                site.evidence());
    }

    private static int rank(Site site) {
        return switch (site.kind()) {
            case BACKEND -> 0;
            case WORKER -> 1;
            default -> 2;
        };
    }

    private static Site site(RustProject project, String directory, CargoPackage crate) {
        RuleBook.Verdict verdict = project.judge(crate);
        Optional<Rule> rule = verdict.conclusion();
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(new Evidence(crate.manifestPath(), "rust.manifest"));
        evidence.addAll(verdict.evidence());
        ServiceKind kind = project.kind(crate);
        return new Site(
                directory,
                Ecosystem.RUST,
                kind,
                rule.map(Rule::then).map(Rule.Then::framework),
                rule.map(Rule::then).map(Rule.Then::buildable).orElse(true),
                rule.map(Rule::accuracy).orElse(Accuracy.LOW),
                evidence);
    }
}
