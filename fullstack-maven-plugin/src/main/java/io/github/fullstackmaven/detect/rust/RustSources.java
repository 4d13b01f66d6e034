package io.github.fullstackmaven.detect.rust;

import io.github.fullstackmaven.detect.source.SourceFile;
import io.github.fullstackmaven.detect.source.RustLexer;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The sources that go into a binary: its own first, then its package, then local packages. */
final class RustSources {
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

    private void collect(String directory, Set<String> others, Set<String> files) {
        for (String name : tree.files(directory)) {
            String path = RepositoryPath.join(directory, name);
            if (name.endsWith(".rs") && !name.equals("tests.rs") && !others.contains(path)) {
                files.add(path);
            }
        }
        for (String name : tree.directories(directory)) {
            String path = RepositoryPath.join(directory, name);
            boolean otherBinary = others.contains(RepositoryPath.join(path, "main.rs"));
            if (!name.equals("tests") && !otherBinary) {
                collect(path, others, files);
            }
        }
    }
}
