package io.github.fullstackmaven.model;

import java.util.List;

/**
 * Libraries of Debian that a binary is linked to.
 *
 * @param build packages that the build needs, sorted
 * @param runtime packages that the binary needs to run, sorted
 */
public record DebianLibraries(List<String> build, List<String> runtime) {
    public DebianLibraries {
        build = build.stream().sorted().distinct().toList();
        runtime = runtime.stream().sorted().distinct().toList();
    }
}
