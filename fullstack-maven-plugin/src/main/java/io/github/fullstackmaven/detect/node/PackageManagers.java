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
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the package manager: {@code devEngines.packageManager}, {@code packageManager}, the lock
 * file of the project or of its workspaces, {@code engines}, npm.
 */
final class PackageManagers {
    /** In the order in which they count when several lie side by side. */
    private static final List<Map.Entry<String, String>> LOCKS =
            List.of(
                    Map.entry("pnpm-lock.yaml", "pnpm"),
                    Map.entry("yarn.lock", "yarn"),
                    Map.entry("package-lock.json", "npm"),
                    Map.entry("npm-shrinkwrap.json", "npm"),
                    Map.entry("bun.lock", "bun"),
                    Map.entry("bun.lockb", "bun"));

    private static final Pattern RELEASE = Pattern.compile("yarn-(\\d[\\w.-]*?)\\.c?js");
    private static final int HEAD = 1_000;

    private final Tree tree;
    private final List<Finding> findings = new ArrayList<>();

    PackageManagers(Manifests manifests) {
        this.tree = manifests.tree();
    }

    List<Finding> findings() {
        return findings;
    }

    /** Returns what installs a project, which may be a member of workspaces. */
    PackageManager of(PackageJson project, Workspace workspace) {
        List<PackageJson> upwards =
                workspace.root().equals(project)
                        ? List.of(project)
                        : List.of(project, workspace.root());
        return upwards.stream()
                .map(this::declared)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> locked(upwards))
                .or(() -> engine(project))
                .orElse(
                        new PackageManager(
                                ManagerTool.NPM,
                                Optional.empty(),
                                project.path(),
                                "node.npm.default"));
    }

    private Optional<PackageManager> declared(PackageJson project) {
        JsonNode engine = project.root().path("devEngines").path("packageManager");
        JsonNode first = engine.isArray() ? engine.path(0) : engine;
        String name = first.path("name").asText();
        Optional<String> wanted =
                Optional.of(first.path("version").asText()).filter(text -> !text.isEmpty());
        if (name.isEmpty()) {
            String[] field = project.text("packageManager").orElse("").split("@", 2);
            name = field[0];
            wanted = field.length > 1 ? Optional.of(field[1].split("\\+")[0]) : Optional.empty();
        }
        String found = name;
        Optional<String> version = wanted;
        return tool(found, project.directory(), version)
                .map(
                        tool ->
                                new PackageManager(
                                        tool,
                                        version,
                                        project.path(),
                                        "node." + found + ".declared"));
    }

    private Optional<PackageManager> locked(List<PackageJson> upwards) {
        for (PackageJson project : upwards) {
            Map<String, String> here = locks(project.directory());
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
            ManagerTool tool = tool(name, project.directory(), Optional.empty()).orElseThrow();
            String lock = here.get(name);
            return Optional.of(
                    new PackageManager(
                            tool, release(tool, project, lock), lock, "node." + name + ".lock"));
        }
        return Optional.empty();
    }

    /** The vendored release, what engines says exactly, the format of the lock. */
    private Optional<String> release(ManagerTool tool, PackageJson project, String lock) {
        if (tool == ManagerTool.NPM) {
            return Optional.empty();
        }
        String rc = tree.read(at(project.directory(), ".yarnrc.yml")).orElse("");
        Matcher vendored = RELEASE.matcher(rc);
        if (tool == ManagerTool.BERRY && vendored.find()) {
            return Optional.of(vendored.group(1));
        }
        Optional<String> file =
                tool == ManagerTool.BUN
                        ? tree.read(at(project.directory(), ".bun-version")).map(String::strip)
                        : Optional.empty();
        return file.or(() -> project.text("engines", tool.id()))
                .filter(text -> text.matches("v?\\d+(\\.\\d+){0,2}"))
                .or(() -> tree.read(lock).flatMap(text -> ManagerVersions.ofLock(tool, text)));
    }

    private Map<String, String> locks(String directory) {
        Map<String, String> found = new TreeMap<>();
        for (Map.Entry<String, String> lock : LOCKS) {
            String path = at(directory, lock.getKey());
            if (tree.isFile(path)) {
                found.putIfAbsent(lock.getValue(), path);
            }
        }
        return found;
    }

    private Optional<PackageManager> engine(PackageJson project) {
        for (String name : List.of("pnpm", "yarn", "bun")) {
            Optional<String> version = project.text("engines", name);
            if (version.isPresent()) {
                return tool(name, project.directory(), version)
                        .map(
                                tool ->
                                        new PackageManager(
                                                tool,
                                                Optional.empty(),
                                                project.path(),
                                                "node." + name + ".engines"));
            }
        }
        return Optional.empty();
    }

    private Optional<ManagerTool> tool(String name, String directory, Optional<String> version) {
        return switch (name) {
            case "npm" -> Optional.of(ManagerTool.NPM);
            case "pnpm" -> Optional.of(ManagerTool.PNPM);
            case "bun" -> Optional.of(ManagerTool.BUN);
            case "yarn" ->
                    Optional.of(isBerry(directory, version) ? ManagerTool.BERRY : ManagerTool.YARN);
            default -> Optional.empty();
        };
    }

    private boolean isBerry(String directory, Optional<String> version) {
        Optional<String> major = version.filter(text -> text.matches("v?\\d.*"));
        if (major.isPresent()) {
            return !major.get().matches("v?[01](\\..*)?");
        }
        String lock = tree.read(at(directory, "yarn.lock")).orElse("");
        return lock.substring(0, Math.min(HEAD, lock.length())).contains("__metadata:")
                || tree.isFile(at(directory, ".yarnrc.yml"));
    }

    private static String at(String directory, String name) {
        return RepositoryPath.join(directory, name);
    }
}
