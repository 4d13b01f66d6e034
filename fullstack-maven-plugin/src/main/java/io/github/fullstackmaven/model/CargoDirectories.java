package io.github.fullstackmaven.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a Cargo build reads of the repository besides the packages of its workspace. All paths are
 * relative to the repository, and sorted.
 *
 * @param base the directory that holds the workspace and all packages outside of it
 * @param outside directories of packages outside of the workspace's directory
 * @param manifests manifests that those inherit from
 * @param replacements directories of packages that stand for published ones: dependencies may need
 *     them, so that they are compiled together
 * @param vendored directories with copies of published packages
 */
public record CargoDirectories(
        String base,
        List<String> outside,
        List<String> manifests,
        List<String> replacements,
        List<String> vendored) {
    public CargoDirectories {
        outside = List.copyOf(outside);
        manifests = List.copyOf(manifests);
        replacements = List.copyOf(replacements);
        vendored = List.copyOf(vendored);
    }

    /** A workspace that needs nothing besides. */
    public static CargoDirectories of(String workspace) {
        return new CargoDirectories(workspace, List.of(), List.of(), List.of(), List.of());
    }

    /** Returns what is compiled, or read, before the sources of the workspace are there. */
    public List<String> before() {
        return Stream.of(replacements, vendored).flatMap(List::stream).distinct().toList();
    }

    /** Returns all of it. */
    public List<String> all() {
        return Stream.of(outside, manifests, replacements, vendored)
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
    }
}
