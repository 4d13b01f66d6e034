package io.github.fullstackmaven.scan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Finds the directories that hold a manifest. Lists every directory down to a depth once; how many
 * files lie deeper does not matter.
 */
public final class ManifestFinder {
    /** How many directories below the root are looked at. */
    public static final int DEPTH = 3;

    private final Predicate<String> isManifest;

    public ManifestFinder(Predicate<String> isManifest) {
        this.isManifest = isManifest;
    }

    /** Returns directory to the names of its manifests, both sorted. */
    public Map<String, List<String>> find(Tree tree) {
        Map<String, List<String>> found = new TreeMap<>();
        find(tree, RepositoryPath.ROOT, DEPTH, found);
        return found;
    }

    private void find(Tree tree, String directory, int depth, Map<String, List<String>> found) {
        List<String> manifests = tree.files(directory, isManifest);
        if (!manifests.isEmpty()) {
            found.put(directory, manifests);
        }
        if (depth > 0) {
            for (String child : tree.directories(directory)) {
                find(tree, RepositoryPath.join(directory, child), depth - 1, found);
            }
        }
    }
}
