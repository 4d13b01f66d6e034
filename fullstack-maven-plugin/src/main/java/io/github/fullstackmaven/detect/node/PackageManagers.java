package io.github.fullstackmaven.detect.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the package manager: {@code devEngines.packageManager}, {@code packageManager}, the nearest
 * lock file on the way up to the root, {@code engines}, npm.
 */
final class PackageManagers {
    private static final Set<String> KNOWN = Set.of("npm", "pnpm", "yarn", "bun", "deno");

    /** In the order in which they count when several lie side by side. */
    private static final List<Map.Entry<String, String>> LOCKS =
            List.of(
                    Map.entry("pnpm-lock.yaml", "pnpm"),
                    Map.entry("yarn.lock", "yarn"),
                    Map.entry("package-lock.json", "npm"),
                    Map.entry("npm-shrinkwrap.json", "npm"),
                    Map.entry("bun.lock", "bun"),
                    Map.entry("bun.lockb", "bun"));

    private final Manifests manifests;
    private final List<Finding> findings = new ArrayList<>();

    PackageManagers(Manifests manifests) {
        this.manifests = manifests;
    }

    List<Finding> findings() {
        return findings;
    }

    PackageManager of(PackageJson project) {
        List<PackageJson> upwards = upwards(project);
        return upwards.stream()
                .map(PackageManagers::declared)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> locked(upwards))
                .or(() -> engine(project))
                .orElse(new PackageManager("npm", project.path(), "node.npm.default"));
    }

    private List<PackageJson> upwards(PackageJson project) {
        List<PackageJson> found = new ArrayList<>(List.of(project));
        String at = project.directory();
        while (!at.equals(RepositoryPath.ROOT)) {
            at = RepositoryPath.parent(at);
            PackageJson.of(manifests, at)
                    .filter(
                            above ->
                                    !above.workspaces().isEmpty()
                                            || above.root().has("packageManager"))
                    .ifPresent(found::add);
        }
        return found;
    }

    private static Optional<PackageManager> declared(PackageJson project) {
        JsonNode engine = project.root().path("devEngines").path("packageManager");
        JsonNode first = engine.isArray() ? engine.path(0) : engine;
        Optional<String> name =
                Optional.of(first.path("name").asText())
                        .filter(KNOWN::contains)
                        .or(
                                () ->
                                        project.text("packageManager")
                                                .map(text -> text.split("@")[0])
                                                .filter(KNOWN::contains));
        return name.map(n -> new PackageManager(n, project.path(), "node." + n + ".declared"));
    }

    private Optional<PackageManager> locked(List<PackageJson> upwards) {
        for (PackageJson project : upwards) {
            Map<String, String> here = locks(manifests.tree(), project.directory());
            if (here.isEmpty()) {
                continue;
            }
            String name =
                    LOCKS.stream()
                            .map(Map.Entry::getValue)
                            .filter(here::containsKey)
                            .findFirst()
                            .orElseThrow();
            if (here.size() > 1) {
                findings.add(
                        Finding.warning(
                                        "FS-NODE-001",
                                        "lock files of several package managers: "
                                                + String.join(", ", here.values())
                                                + "; "
                                                + name
                                                + " is taken",
                                        "remove the others, or name one in packageManager")
                                .at(project.path()));
            }
            return Optional.of(new PackageManager(name, here.get(name), "node." + name + ".lock"));
        }
        return Optional.empty();
    }

    private static Map<String, String> locks(Tree tree, String directory) {
        Map<String, String> found = new TreeMap<>();
        for (Map.Entry<String, String> lock : LOCKS) {
            String path = RepositoryPath.join(directory, lock.getKey());
            if (tree.isFile(path)) {
                found.putIfAbsent(lock.getValue(), path);
            }
        }
        return found;
    }

    private static Optional<PackageManager> engine(PackageJson project) {
        return List.of("pnpm", "yarn", "bun").stream()
                .filter(name -> project.text("engines", name).isPresent())
                .findFirst()
                .map(name -> new PackageManager(name, project.path(), "node." + name + ".engines"));
    }
}
