package io.github.fullstackmaven.detect.java;

import java.util.List;
import java.util.Optional;

/**
 * A Maven or Gradle project: a root and its modules.
 *
 * @param directory the root's directory
 * @param tool {@code maven} or {@code gradle}
 * @param wrapper whether its own wrapper is complete
 * @param manifests the files that decide about dependencies, relative to the root, sorted
 * @param modules all modules, the root among them
 * @param sharesTests whether tests of one module are given to others, and so have to be compiled
 */
record JavaProject(
        String directory,
        String tool,
        boolean wrapper,
        List<String> manifests,
        List<JavaModule> modules,
        boolean sharesTests) {
    JavaProject {
        manifests = List.copyOf(manifests);
        modules = List.copyOf(modules);
    }

    boolean isMaven() {
        return tool.equals("maven");
    }

    Optional<JavaModule> module(String path) {
        return modules.stream().filter(module -> module.directory().equals(path)).findFirst();
    }
}
