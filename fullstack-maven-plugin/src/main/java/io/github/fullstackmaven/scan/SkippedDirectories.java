package io.github.fullstackmaven.scan;

import java.util.Set;

/** Directories that hold no sources of the application: dependencies, results, caches, samples. */
public final class SkippedDirectories {
    private static final Set<String> NAMES =
            Set.of(
                    "node_modules",
                    "bower_components",
                    "target",
                    "dist",
                    "build",
                    "out",
                    "coverage",
                    "vendor",
                    "venv",
                    "__pycache__",
                    "testdata",
                    "fixtures",
                    "__fixtures__",
                    "examples");

    private SkippedDirectories() {}

    /** Returns the names, without the hidden ones. */
    public static Set<String> names() {
        return NAMES;
    }

    /** Returns true for a directory that is never walked into; hidden ones never are. */
    public static boolean isSkipped(String name) {
        return name.startsWith(".") || NAMES.contains(name);
    }
}
