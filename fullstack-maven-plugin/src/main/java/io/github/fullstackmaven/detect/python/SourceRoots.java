package io.github.fullstackmaven.detect.python;

import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the directory from which a file's imports are meant: of those above it, the one in which
 * most of the imported modules are.
 */
final class SourceRoots {
    private static final String SRC = "src";

    private SourceRoots() {}

    /** Returns the directory, relative to the service. */
    static String of(PythonSources sources, PythonFile file) {
        String directory =
                RepositoryPath.relative(sources.directory(), RepositoryPath.parent(file.path()));
        if (directory.equals(RepositoryPath.ROOT)) {
            return RepositoryPath.ROOT;
        }
        List<String> roots = new ArrayList<>(List.of(RepositoryPath.ROOT));
        String at = "";
        for (String part : directory.split("/")) {
            at = at.isEmpty() ? part : at + "/" + part;
            roots.add(at);
        }
        // Without an import that tells, src is a place for packages and any other is a package.
        String best =
                directory.equals(SRC) || directory.startsWith(SRC + "/")
                        ? SRC
                        : RepositoryPath.ROOT;
        int most = count(sources, best, file.imported());
        for (String root : roots) {
            int count = count(sources, root, file.imported());
            if (count > most) {
                best = root;
                most = count;
            }
        }
        return best;
    }

    /** Returns the name by which Python imports a file. */
    static String module(String directory, String root, PythonFile file) {
        String base = RepositoryPath.resolve(directory, root).orElse(directory);
        String path = RepositoryPath.relative(base, file.path());
        String module = path.substring(0, path.length() - ".py".length()).replace('/', '.');
        return module.endsWith(".__init__")
                ? module.substring(0, module.length() - ".__init__".length())
                : module;
    }

    private static int count(PythonSources sources, String root, Set<String> modules) {
        Tree tree = sources.tree();
        String base = RepositoryPath.resolve(sources.directory(), root).orElse(root);
        int count = 0;
        for (String module : modules) {
            String path = RepositoryPath.join(base, module);
            if (tree.isFile(path + ".py") || tree.isDirectory(path)) {
                count++;
            }
        }
        return count;
    }
}
