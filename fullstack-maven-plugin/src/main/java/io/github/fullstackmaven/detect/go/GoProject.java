package io.github.fullstackmaven.detect.go;

import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.detect.rules.DirectoryFacts;
import io.github.fullstackmaven.detect.rules.RuleBook;
import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.detect.source.Tokens;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can be said of a module with the help of the rules. */
final class GoProject {
    private static final String HTTP = "net/http";

    private static final Set<String> SERVING =
            Set.of(
                    "Handle",
                    "HandleFunc",
                    "ListenAndServe",
                    "ListenAndServeTLS",
                    "NewServeMux",
                    "Serve",
                    "ServeTLS",
                    "Server");

    private final Manifests manifests;
    private final RuleBook rules;
    private final GoWorkspace workspace;
    private final GoModule module;
    private final GoPackages packages;

    GoProject(Manifests manifests, RuleBook rules, GoWorkspace workspace, GoModule module) {
        this.manifests = manifests;
        this.rules = rules;
        this.workspace = workspace;
        this.module = module;
        this.packages = new GoPackages(manifests.tree(), workspace);
    }

    /** Returns the project that a directory belongs to; empty when it is in no module. */
    static Optional<GoProject> of(Manifests manifests, RuleBook rules, String directory) {
        String at = directory;
        while (true) {
            if (manifests.tree().isFile(RepositoryPath.join(at, "go.mod"))) {
                GoWorkspace workspace = GoWorkspace.of(manifests.tree(), at);
                Optional<GoModule> module = workspace.moduleAt(at);
                return module.map(m -> new GoProject(manifests, rules, workspace, m));
            }
            if (at.equals(RepositoryPath.ROOT)) {
                GoWorkspace alone = GoWorkspace.of(manifests.tree(), directory);
                return alone.moduleAt(directory)
                        .map(m -> new GoProject(manifests, rules, alone, m));
            }
            at = RepositoryPath.parent(at);
        }
    }

    GoWorkspace workspace() {
        return workspace;
    }

    GoModule module() {
        return module;
    }

    GoPackages packages() {
        return packages;
    }

    /** Returns what the rules say of the module, by what it asks for. */
    RuleBook.Verdict judge(List<String> programs) {
        Map<String, String> names = required();
        RuleBook.Verdict verdict = judge(names);
        boolean undecided = verdict.conclusion().map(rule -> rule.then().framework()).isEmpty();
        if (undecided) {
            programs.stream()
                    .map(this::serving)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(file -> names.put(HTTP, file));
        }
        return judge(names);
    }

    /** Returns what the rules say of one program, by what it imports. */
    RuleBook.Verdict judge(String program, List<GoFile> closure) {
        Map<String, String> names = required();
        names.keySet()
                .removeIf(
                        name ->
                                closure.stream()
                                        .flatMap(file -> file.imports().stream())
                                        .noneMatch(path -> isOf(path, name)));
        serving(program).ifPresent(file -> names.put(HTTP, file));
        return judge(names);
    }

    /** Returns true when a program answers HTTP, by a framework or without. */
    boolean serves(String program) {
        return judge(program, packages.closure(program))
                .conclusion()
                .map(rule -> rule.then().framework())
                .isPresent();
    }

    private Map<String, String> required() {
        Map<String, String> names = new HashMap<>();
        for (GoModule each : workspace.modules().values()) {
            String file = RepositoryPath.join(each.directory(), "go.mod");
            if (each.equals(module) || workspace.members().size() == 1) {
                each.required().keySet().forEach(name -> names.put(name, file));
            }
        }
        return names;
    }

    private RuleBook.Verdict judge(Map<String, String> names) {
        return rules.judge(
                new DirectoryFacts(
                        manifests.tree(),
                        module.directory(),
                        names,
                        Map.of(),
                        RepositoryPath.join(module.directory(), "go.mod")));
    }

    private Optional<String> serving(String program) {
        return packages.closureImporting(program, HTTP).stream()
                .filter(file -> serves(file.source().tokens()))
                .map(file -> file.source().path())
                .findFirst();
    }

    private static boolean serves(List<Token> tokens) {
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (Tokens.matches(tokens, i, "http", ".")
                    && SERVING.contains(tokens.get(i + 2).text())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOf(String path, String name) {
        return path.equals(name) || path.startsWith(name + "/");
    }
}
