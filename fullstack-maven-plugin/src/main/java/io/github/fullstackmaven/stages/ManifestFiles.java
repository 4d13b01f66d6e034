package io.github.fullstackmaven.stages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Manifests that are copied to where they were. */
final class ManifestFiles {
    private ManifestFiles() {}

    /** Returns files by the directory that they are copied to. */
    static Map<String, List<String>> byDirectory(List<String> files) {
        Map<String, List<String>> byDirectory = new TreeMap<>();
        for (String file : files) {
            int slash = file.lastIndexOf('/');
            String directory = slash < 0 ? "./" : file.substring(0, slash + 1);
            byDirectory.computeIfAbsent(directory, d -> new ArrayList<>()).add(file);
        }
        return byDirectory;
    }
}
