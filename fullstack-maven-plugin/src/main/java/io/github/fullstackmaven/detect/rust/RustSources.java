package io.github.fullstackmaven.detect.rust;

import io.github.fullstackmaven.detect.source.RustLexer;
import io.github.fullstackmaven.detect.source.SourceFile;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The sources that go into a binary: its own first, then its package, then local packages. */
final class RustSources {
    /** Enough for almost every program; detecting a larger one takes no longer. */
    private static final int MOST = 1000;

    /** Longer files are generated. */
    private static final int LONGEST = 400_000;

    private final Tree tree;

    RustSources(Tree tree) {
        this.tree = tree;
    }

    /** Returns the sources of a binary, its root file first. */
    List<SourceFile> of(Binary binary, List<CargoPackage> closure) {
        Set<String> files = new LinkedHashSet<>();
        files.add(RepositoryPath.join(binary.crate().directory(), binary.target().path()));
        for (CargoPackage crate : closure) {
            Set<String> others = new HashSet<>();
            for (CargoTarget target : CargoTargets.of(tree, crate).binaries()) {
                if (!target.path().equals(binary.target().path())) {
                    others.add(RepositoryPath.join(crate.directory(), target.path()));
                }
            }
            collect(RepositoryPath.join(crate.directory(), "src"), others, files);
        }
        List<SourceFile> sources = new ArrayList<>();
        for (String file : files) {
            tree.read(file)
                    .filter(text -> text.length() <= LONGEST)
                    .ifPresent(text -> sources.add(new SourceFile(file, RustLexer.tokens(text))));
        }
        return sources;
    }

    /** Returns the one root file of a binary. */
    List<SourceFile> root(Binary binary) {
        String file = RepositoryPath.join(binary.crate().directory(), binary.target().path());
        return tree.read(file)
                .map(text -> List.of(new SourceFile(file, RustLexer.tokens(text))))
                .orElse(List.of());
    }

    /** Level by level, since what starts a program lies near the top. */
    private void collect(String top, Set<String> others, Set<String> files) {
        Deque<String> open = new ArrayDeque<>(List.of(top));
        while (!open.isEmpty() && files.size() < MOST) {
            String directory = open.poll();
            for (String name :
                    tree.files(directory, n -> n.endsWith(".rs") && !n.equals("tests.rs"))) {
                String path = RepositoryPath.join(directory, name);
                if (!others.contains(path) && files.size() < MOST) {
                    files.add(path);
                }
            }
            for (String name : tree.directories(directory)) {
                String path = RepositoryPath.join(directory, name);
                boolean otherBinary = others.contains(RepositoryPath.join(path, "main.rs"));
                if (!name.equals("tests") && !otherBinary) {
                    open.add(path);
                }
            }
        }
    }
}
