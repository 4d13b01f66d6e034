package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The files without which dependencies cannot be installed. */
final class InstallManifests {
    private static final Set<String> NAMES =
            Set.of(
                    "package.json",
                    ".npmrc",
                    ".nvmrc",
                    ".node-version",
                    ".yarnrc",
                    ".yarnrc.yml",
                    ".pnpmfile.cjs",
                    ".bun-version",
                    "bunfig.toml",
                    PnpmWorkspace.FILE);
    private static final Set<String> FOLDERS =
            Set.of("patches", "prisma", ".yarn/releases", ".yarn/plugins", ".yarn/patches");

    /** A COPY each directory: an image has no more than about a hundred layers. */
    private static final int MOST_PACKAGES = 40;

    private final Tree tree;
    private final Workspace workspace;
    private final Set<String> found = new TreeSet<>();
    private boolean sources;

    private InstallManifests(Tree tree, Workspace workspace) {
        this.tree = tree;
        this.workspace = workspace;
    }

    /**
     * Returns them relative to the workspace, sorted. What an install script names is among them;
     * so are local packages. None where only the sources will do.
     */
    static List<String> in(Tree tree, Workspace workspace, Optional<String> lock) {
        if (workspace.members().size() > MOST_PACKAGES) {
            return List.of();
        }
        InstallManifests manifests = new InstallManifests(tree, workspace);
        manifests.add(workspace.root());
        workspace.members().values().forEach(manifests::add);
        lock.ifPresent(manifests.found::add);
        return manifests.sources ? List.of() : new ArrayList<>(manifests.found);
    }

    private void add(PackageJson project) {
        for (String file : tree.files(project.directory())) {
            if (NAMES.contains(file)) {
                add(project, file);
            }
        }
        FOLDERS.forEach(folder -> addBelow(project, folder));
        InstallScripts scripts = InstallScripts.of(tree, project);
        sources |= scripts.sources();
        scripts.files().forEach(file -> addBelow(project, file));
        for (String version : project.dependencies().values()) {
            if (version.startsWith("file:") || version.startsWith("link:")) {
                String folder = version.substring("file:".length());
                RepositoryPath.resolve(project.directory(), folder)
                        .filter(path -> RepositoryPath.isWithin(path, workspace.directory()))
                        .map(path -> RepositoryPath.relative(project.directory(), path))
                        .ifPresent(path -> addBelow(project, path));
            }
        }
    }

    private void add(PackageJson project, String file) {
        RepositoryPath.resolve(project.directory(), file)
                .map(workspace::relative)
                .ifPresent(found::add);
    }

    private void addBelow(PackageJson project, String folder) {
        Optional<String> directory = RepositoryPath.resolve(project.directory(), folder);
        if (directory.isEmpty()) {
            return;
        }
        if (tree.isFile(directory.get())) {
            add(project, folder);
        }
        tree.files(directory.get()).forEach(file -> add(project, folder + "/" + file));
        for (String child : tree.directories(directory.get())) {
            addBelow(project, folder + "/" + child);
        }
    }
}
