package io.github.fullstackmaven.detect.rust;

import io.github.fullstackmaven.detect.evidence.Hints;
import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.detect.rules.DirectoryFacts;
import io.github.fullstackmaven.detect.rules.Rule;
import io.github.fullstackmaven.detect.rules.RuleBook;
import io.github.fullstackmaven.model.ServiceKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can be said of a workspace's packages with the help of the rules. */
final class RustProject {
    private final Manifests manifests;
    private final CargoWorkspace workspace;
    private final RuleBook rules;
    private final Set<String> webFrameworks;

    RustProject(Manifests manifests, CargoWorkspace workspace, RuleBook rules) {
        this.manifests = manifests;
        this.workspace = workspace;
        this.rules = rules;
        this.webFrameworks = new HashSet<>(rules.dependencies(ServiceKind.BACKEND));
    }

    CargoWorkspace workspace() {
        return workspace;
    }

    /** Returns what the rules say of a package and the local packages that it needs. */
    RuleBook.Verdict judge(CargoPackage crate) {
        return rules.judge(
                new DirectoryFacts(
                        manifests.tree(),
                        crate.directory(),
                        declared(crate),
                        Map.of(),
                        crate.manifestPath()));
    }

    /** Returns what a package is for, as far as the manifests tell. */
    ServiceKind kind(CargoPackage crate) {
        ServiceKind concluded =
                judge(crate)
                        .conclusion()
                        .map(Rule::then)
                        .map(Rule.Then::kind)
                        .orElse(ServiceKind.WORKER);
        boolean program = !CargoTargets.of(manifests.tree(), crate).binaries().isEmpty();
        boolean process = concluded == ServiceKind.BACKEND || concluded == ServiceKind.WORKER;
        return process && !program ? ServiceKind.LIBRARY : concluded;
    }

    /** Returns the binaries that could be meant by a directory. */
    List<Binary> candidates(String directory, Hints hints) {
        boolean whole = directory.equals(workspace.root()) && workspace.isDeclared();
        Optional<CargoPackage> own = workspace.packageAt(directory);
        if (!whole) {
            return own.map(this::binaries).orElse(List.of());
        }
        boolean named = hints.start().isPresent() || hints.output().isPresent();
        List<Binary> found = new ArrayList<>();
        for (CargoPackage crate : named ? workspace.members() : workspace.defaultPackages()) {
            ServiceKind kind = kind(crate);
            if (kind == ServiceKind.BACKEND || kind == ServiceKind.WORKER) {
                found.addAll(binaries(crate));
            }
        }
        return found;
    }

    BinaryChoice choice(List<Binary> candidates) {
        return new BinaryChoice(
                candidates,
                binary ->
                        declared(binary.crate()).keySet().stream()
                                .anyMatch(webFrameworks::contains),
                this::namesWebFramework);
    }

    private List<Binary> binaries(CargoPackage crate) {
        return CargoTargets.of(manifests.tree(), crate).binaries().stream()
                .map(target -> new Binary(crate, target))
                .toList();
    }

    private boolean namesWebFramework(Binary binary) {
        return new RustSources(manifests.tree())
                .root(binary).stream()
                        .flatMap(source -> source.tokens().stream())
                        .anyMatch(token -> webFrameworks.contains(token.text().replace('_', '-')));
    }

    private Map<String, String> declared(CargoPackage crate) {
        Map<String, String> names = new HashMap<>();
        for (CargoPackage local : workspace.closure(crate)) {
            for (CargoPackage.Dependency dependency : local.dependencies()) {
                names.putIfAbsent(dependency.name(), local.manifestPath());
            }
        }
        return names;
    }
}
