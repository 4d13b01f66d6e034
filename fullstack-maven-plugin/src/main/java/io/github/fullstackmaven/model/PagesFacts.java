package io.github.fullstackmaven.model;

import java.util.List;

/**
 * Pages that are served as they are in the repository, or that a generator makes which Debian has.
 *
 * @param packages the Debian packages that the generator is in; none where nothing is built
 */
public record PagesFacts(List<String> packages) implements BuildFacts {
    public PagesFacts {
        packages = List.copyOf(packages);
    }
}
