package io.github.fullstackmaven.stages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Manifests by the directory that they are copied to, so that each keeps its place. */
final class ManifestsByDirectory {
    private ManifestsByDirectory() {}

    /**
     * Returns targets with their sources.
     *
     * @param directory where the project is, relative to the repository
     * @param manifests the files, relative to it
     */
    static Map<String, List<String>> of(String directory, List<String> manifests) {
        Map<String, List<String>> byDirectory = new TreeMap<>();
        for (String manifest : manifests) {
            int slash = manifest.lastIndexOf('/');
            String target = slash < 0 ? "./" : "./" + manifest.substring(0, slash + 1);
            byDirectory
                    .computeIfAbsent(target, any -> new ArrayList<>())
                    .add(Sources.file(directory, manifest));
        }
        return byDirectory;
    }
}
