package io.github.fullstackmaven.detect.rust;

import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tomlj.TomlTable;

/**
 * Packages of the repository that stand for published ones: those that {@code [patch]} and {@code
 * [replace]} name, with what they need, and whole copies of a registry.
 */
final class Replacements {
    private final Manifests manifests;
    private final CargoWorkspace workspace;

    Replacements(Manifests manifests, CargoWorkspace workspace) {
        this.manifests = manifests;
        this.workspace = workspace;
    }

    /** Returns the directories of the packages. */
    Set<String> packages() {
        Set<String> found = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>();
        for (String section : List.of("patch", "replace")) {
            if (workspace.manifest().get(List.of(section)) instanceof TomlTable table) {
                paths(table, "path").forEach(path -> resolve(path).ifPresent(open::add));
            }
        }
        while (!open.isEmpty()) {
            String directory = open.poll();
            Optional<TomlTable> manifest =
                    manifests.toml(RepositoryPath.join(directory, "Cargo.toml"));
            if (manifest.isPresent() && found.add(directory)) {
                new CargoPackage(directory, manifest.get())
                        .allDependencies().stream()
                                .flatMap(dependency -> dependency.path().stream())
                                .flatMap(path -> RepositoryPath.resolve(directory, path).stream())
                                .forEach(open::add);
            }
        }
        return found;
    }

    /** Returns the directories that the configuration names instead of a registry. */
    Set<String> registries() {
        Set<String> found = new TreeSet<>();
        for (String name : List.of(".cargo/config.toml", ".cargo/config")) {
            manifests
                    .toml(RepositoryPath.join(workspace.root(), name))
                    .filter(configuration -> configuration.isTable("source"))
                    .map(configuration -> configuration.getTable("source"))
                    .stream()
                    .flatMap(
                            sources ->
                                    Stream.of("directory", "local-registry")
                                            .flatMap(key -> paths(sources, key)))
                    .flatMap(path -> resolve(path).stream())
                    .filter(manifests.tree()::isDirectory)
                    .forEach(found::add);
        }
        return found;
    }

    private Optional<String> resolve(String path) {
        return RepositoryPath.resolve(workspace.root(), path);
    }

    /** Returns what stands under a key, however deep. */
    private static Stream<String> paths(TomlTable table, String key) {
        return table.keyPathSet().stream()
                .filter(at -> at.get(at.size() - 1).equals(key))
                .flatMap(
                        at ->
                                table.get(at) instanceof String path
                                        ? Stream.of(path)
                                        : Stream.empty());
    }
}
