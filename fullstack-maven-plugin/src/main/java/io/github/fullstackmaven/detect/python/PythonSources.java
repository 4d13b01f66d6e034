package io.github.fullstackmaven.detect.python;

import io.github.fullstackmaven.detect.source.PythonLexer;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The sources of one service, without tests; each is read once, and there is an end to it. */
final class PythonSources {
    private static final int DEPTH = 6;
    private static final int FILES = 600;
    private static final Set<String> OTHERS =
            Set.of("tests", "test", "migrations", "alembic", "docs", "scripts", "site-packages");

    private final Tree tree;
    private final String directory;
    private final Map<String, Optional<PythonFile>> read = new HashMap<>();
    private List<PythonFile> all;

    private record Place(String path, int depth) {}

    PythonSources(Tree tree, String directory) {
        this.tree = tree;
        this.directory = directory;
    }

    Tree tree() {
        return tree;
    }

    String directory() {
        return directory;
    }

    Optional<PythonFile> file(String path) {
        return read.computeIfAbsent(
                path, p -> tree.read(p).map(text -> new PythonFile(p, PythonLexer.lines(text))));
    }

    /** Returns every source, those of the upper directories first. */
    List<PythonFile> all() {
        if (all == null) {
            all = walk();
        }
        return all;
    }

    /** Returns whether there are modules that were compiled, which the interpreter loads. */
    boolean compiled() {
        Places places = new Places();
        boolean found = false;
        while (!found && places.more()) {
            found = !tree.files(places.next(), name -> name.endsWith(".so")).isEmpty();
        }
        return found;
    }

    private List<PythonFile> walk() {
        List<PythonFile> files = new ArrayList<>();
        Places places = new Places();
        while (places.more() && files.size() < FILES) {
            String place = places.next();
            for (String name : tree.files(place, PythonSources::isSource)) {
                file(RepositoryPath.join(place, name)).ifPresent(files::add);
            }
        }
        return files;
    }

    /** The directories of the sources, the upper ones first. */
    private final class Places {
        private final Deque<Place> open = new ArrayDeque<>(List.of(new Place(directory, 0)));

        boolean more() {
            return !open.isEmpty();
        }

        String next() {
            Place place = open.remove();
            if (place.depth() < DEPTH) {
                for (String name : tree.directories(place.path())) {
                    if (!OTHERS.contains(name)) {
                        String path = RepositoryPath.join(place.path(), name);
                        open.add(new Place(path, place.depth() + 1));
                    }
                }
            }
            return place.path();
        }
    }

    private static boolean isSource(String name) {
        return name.endsWith(".py")
                && !name.startsWith("test_")
                && !name.endsWith("_test.py")
                && !name.equals("conftest.py");
    }
}
