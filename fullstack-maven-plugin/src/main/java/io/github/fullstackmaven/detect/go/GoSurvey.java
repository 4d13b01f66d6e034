package io.github.fullstackmaven.detect.go;

import io.github.fullstackmaven.detect.evidence.Manifests;
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
import java.util.TreeSet;

/** Finds what may be a service among the directories with Go in them. */
public final class GoSurvey {
    private final Manifests manifests;
    private final RuleBook rules;

    public GoSurvey(Manifests manifests, RuleBook rules) {
        this.manifests = manifests;
        this.rules = rules;
    }

    /** Returns the sites: modules, and programs without one. */
    public List<Site> sites(List<String> directories) {
        Set<String> modules = new TreeSet<>();
        for (String directory : directories) {
            if (manifests.tree().isFile(RepositoryPath.join(directory, "go.work"))) {
                GoWorkspace.of(manifests.tree(), directory).members().stream()
                        .map(GoModule::directory)
                        .forEach(modules::add);
            }
            if (manifests.tree().isFile(RepositoryPath.join(directory, "go.mod"))) {
                modules.add(directory);
            }
        }
        for (String directory : directories) {
            if (modules.stream().noneMatch(m -> RepositoryPath.isWithin(directory, m))) {
                modules.add(directory);
            }
        }
        List<Site> sites = new ArrayList<>();
        modules.forEach(directory -> at(directory).ifPresent(sites::add));
        return sites;
    }

    /** Returns the one directory that the user names, whatever it turns out to be. */
    public Optional<Site> at(String directory) {
        return GoProject.of(manifests, rules, directory).map(project -> site(project, directory));
    }

    private static Site site(GoProject project, String directory) {
        GoModule module = project.module();
        List<String> programs =
                project.packages().programs(module).stream()
                        .filter(program -> RepositoryPath.isWithin(program, directory))
                        .toList();
        RuleBook.Verdict verdict = project.judge(programs);
        Optional<Rule> rule = verdict.conclusion();
        List<Evidence> evidence = new ArrayList<>();
        module.manifest().ifPresent(file -> evidence.add(new Evidence(file.path(), "go.module")));
        evidence.addAll(verdict.evidence());
        ServiceKind kind = rule.map(found -> found.then().kind()).orElse(ServiceKind.WORKER);
        return new Site(
                directory,
                Ecosystem.GO,
                programs.isEmpty() ? ServiceKind.LIBRARY : kind,
                rule.map(found -> found.then().framework()),
                true,
                rule.map(Rule::accuracy).orElse(Accuracy.LOW),
                evidence);
    }
}
