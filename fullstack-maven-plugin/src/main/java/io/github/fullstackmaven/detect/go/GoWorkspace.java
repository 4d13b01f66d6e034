package io.github.fullstackmaven.detect.go;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The modules that are built together: those that {@code go.work} uses, or one alone. */
final class GoWorkspace {
    private final Tree tree;
    private final String start;
    private final Optional<GoManifest> work;
    private final Map<String, GoModule> modules = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private GoWorkspace(Tree tree, String start, Optional<GoManifest> work) {
        this.tree = tree;
        this.start = start;
        this.work = work;
        work.ifPresent(file -> findings.addAll(file.findings()));
    }

    /** Returns the workspace that a directory belongs to. */
    static GoWorkspace of(Tree tree, String directory) {
        String above = directory;
        while (true) {
            Optional<GoManifest> file = manifest(tree, RepositoryPath.join(above, "go.work"));
            if (file.isPresent()) {
                GoWorkspace workspace = new GoWorkspace(tree, directory, file);
                workspace.addUsed();
                if (workspace.modules.containsKey(directory) || above.equals(directory)) {
                    return workspace;
                }
            }
            if (above.equals(RepositoryPath.ROOT)) {
                GoWorkspace alone = new GoWorkspace(tree, directory, Optional.empty());
                alone.add(new ArrayDeque<>(List.of(directory)));
                return alone;
            }
            above = RepositoryPath.parent(above);
        }
    }

    /** Returns the modules, by directory; those that only replace another are among them. */
    Map<String, GoModule> modules() {
        return modules;
    }

    /** Returns the modules that may hold programs of this workspace. */
    List<GoModule> members() {
        if (work.isEmpty()) {
            return List.of(modules.get(start));
        }
        return modules.values().stream()
                .filter(module -> used(work.get()).contains(module.directory()))
                .toList();
    }

    Optional<GoModule> moduleAt(String directory) {
        return Optional.ofNullable(modules.get(directory));
    }

    List<Finding> findings() {
        return findings;
    }

    /** Returns the directory that holds all of it. */
    String root() {
        List<String> all = new ArrayList<>(modules.keySet());
        work.ifPresent(file -> all.add(file.directory()));
        String root = all.get(0);
        for (String directory : all) {
            while (!RepositoryPath.isWithin(directory, root)) {
                root = RepositoryPath.parent(root);
            }
        }
        return root;
    }

    /** Returns the files that a download of all modules needs, relative to the root, sorted. */
    List<String> manifests() {
        List<String> files = new ArrayList<>();
        for (String directory : modules.keySet()) {
            files.add(RepositoryPath.join(directory, "go.mod"));
            files.add(RepositoryPath.join(directory, "go.sum"));
        }
        work.ifPresent(
                file -> {
                    files.add(file.path());
                    files.add(RepositoryPath.join(file.directory(), "go.work.sum"));
                });
        String root = root();
        return files.stream()
                .filter(tree::isFile)
                .map(file -> RepositoryPath.relative(root, file))
                .sorted()
                .toList();
    }

    /** Returns where the workspace keeps its dependencies, if it does. */
    boolean isVendored(GoModule module) {
        String directory = work.map(GoManifest::directory).orElse(module.directory());
        return tree.isFile(RepositoryPath.join(directory, "vendor/modules.txt"));
    }

    private void addUsed() {
        add(new ArrayDeque<>(used(work.orElseThrow())));
    }

    private static List<String> used(GoManifest work) {
        return work.all("use").stream()
                .filter(line -> !line.words().isEmpty())
                .map(line -> RepositoryPath.resolve(work.directory(), line.words().get(0)))
                .flatMap(Optional::stream)
                .toList();
    }

    private void add(Deque<String> open) {
        while (!open.isEmpty()) {
            String directory = open.poll();
            if (modules.containsKey(directory)) {
                continue;
            }
            Optional<GoManifest> file = manifest(tree, RepositoryPath.join(directory, "go.mod"));
            if (file.isEmpty() && (work.isPresent() || !directory.equals(start))) {
                continue;
            }
            file.ifPresent(manifest -> findings.addAll(manifest.findings()));
            modules.put(directory, new GoModule(directory, file));
            for (String path : file.map(GoManifest::localReplacements).orElse(List.of())) {
                Optional<String> local = RepositoryPath.resolve(directory, path);
                if (local.isPresent()) {
                    open.add(local.get());
                } else {
                    findings.add(outside(file.orElseThrow().path(), path));
                }
            }
        }
    }

    private static Finding outside(String manifest, String path) {
        return Finding.error(
                        "FS-GO-004",
                        "the module that " + path + " stands for lies outside of the repository",
                        "take the replace line out, or the module into the repository")
                .at(manifest);
    }

    private static Optional<GoManifest> manifest(Tree tree, String path) {
        return tree.read(path).map(text -> GoManifest.read(path, text));
    }
}
