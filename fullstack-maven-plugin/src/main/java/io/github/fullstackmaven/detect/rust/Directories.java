package io.github.fullstackmaven.detect.rust;

import io.github.fullstackmaven.model.CargoDirectories;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Says what a workspace's build reads besides the workspace's own packages. */
final class Directories {
    private Directories() {}

    static CargoDirectories of(CargoWorkspace workspace, Replacements replacements) {
        List<String> outside = topmost(workspace.outside());
        Set<String> manifests = new TreeSet<>();
        for (String root : workspace.otherRoots().keySet()) {
            if (!isWithin(root, outside)) {
                manifests.add(RepositoryPath.join(root, "Cargo.toml"));
            }
        }
        List<String> packages = topmost(replacements.packages());
        List<String> registries = topmost(replacements.registries());
        String base = workspace.root();
        for (String directory : outside) {
            base = above(base, directory);
        }
        for (String root : workspace.otherRoots().keySet()) {
            base = above(base, root);
        }
        return new CargoDirectories(base, outside, List.copyOf(manifests), packages, registries);
    }

    static boolean isWithin(String path, Collection<String> directories) {
        return directories.stream().anyMatch(any -> RepositoryPath.isWithin(path, any));
    }

    /** Returns the directories without those that lie below another one, sorted. */
    private static List<String> topmost(Collection<String> directories) {
        return directories.stream()
                .filter(
                        one ->
                                directories.stream()
                                        .noneMatch(
                                                other ->
                                                        !other.equals(one)
                                                                && RepositoryPath.isWithin(
                                                                        one, other)))
                .sorted()
                .toList();
    }

    private static String above(String base, String directory) {
        String common = base;
        while (!RepositoryPath.isWithin(directory, common)) {
            common = RepositoryPath.parent(common);
        }
        return common;
    }
}
