package io.github.fullstackmaven.detect.rust;

import java.util.List;

/**
 * Something that Cargo builds from a package.
 *
 * @param name the target's name
 * @param path its root source file, relative to the package
 * @param requiredFeatures features without which Cargo leaves it out
 */
record CargoTarget(String name, String path, List<String> requiredFeatures) {
    CargoTarget {
        requiredFeatures = List.copyOf(requiredFeatures);
    }
}
