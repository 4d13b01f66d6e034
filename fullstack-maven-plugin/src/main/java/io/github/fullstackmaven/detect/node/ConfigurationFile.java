package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.List;
import java.util.stream.Stream;

/** A script that sets a tool up; which kind of script it is, is the author's choice. */
final class ConfigurationFile {
    private static final List<String> ENDINGS = List.of("js", "mjs", "ts", "cjs", "mts", "cts");

    private ConfigurationFile() {}

    /**
     * Returns the files of that name that are there, the usual kind first.
     *
     * @param name without its ending: {@code vite.config}
     */
    static Stream<String> named(Tree tree, String directory, String name) {
        return ENDINGS.stream()
                .map(ending -> RepositoryPath.join(directory, name + "." + ending))
                .filter(tree::isFile);
    }
}
