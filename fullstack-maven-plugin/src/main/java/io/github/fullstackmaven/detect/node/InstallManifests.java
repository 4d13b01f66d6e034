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
            Set.of("package.json", ".npmrc", ".nvmrc", ".node-version");
    private static final Set<String> FOLDERS = Set.of("patches", "prisma");
    private static final List<String> SCRIPTS =
            List.of("preinstall", "install", "postinstall", "prepare");

    private InstallManifests() {}

    /**
     * Returns them relative to the project, sorted. What an install script names is among them; so
     * are local packages.
     */
    static List<String> in(Tree tree, PackageJson project, Optional<String> lock) {
        Set<String> found = new TreeSet<>();
        for (String file : tree.files(project.directory())) {
            if (NAMES.contains(file)) {
                found.add(file);
            }
        }
        lock.ifPresent(found::add);
        for (String folder : FOLDERS) {
            addBelow(tree, project, folder, found);
        }
        for (String script : SCRIPTS) {
            String text = project.text("scripts", script).orElse("");
            for (String word : text.split("[\\s'\"]+")) {
                RepositoryPath.resolve(project.directory(), word)
                        .filter(path -> RepositoryPath.isWithin(path, project.directory()))
                        .filter(tree::isFile)
                        .map(path -> RepositoryPath.relative(project.directory(), path))
                        .ifPresent(found::add);
            }
        }
        for (String version : project.dependencies().values()) {
            if (version.startsWith("file:")) {
                String folder = version.substring("file:".length());
                RepositoryPath.resolve(project.directory(), folder)
                        .filter(path -> RepositoryPath.isWithin(path, project.directory()))
                        .map(path -> RepositoryPath.relative(project.directory(), path))
                        .ifPresent(path -> addBelow(tree, project, path, found));
            }
        }
        return new ArrayList<>(found);
    }

    private static void addBelow(Tree tree, PackageJson project, String folder, Set<String> found) {
        String directory = RepositoryPath.join(project.directory(), folder);
        if (tree.isFile(directory)) {
            found.add(folder);
        }
        tree.files(directory).forEach(file -> found.add(folder + "/" + file));
        for (String child : tree.directories(directory)) {
            addBelow(tree, project, folder + "/" + child, found);
        }
    }
}
