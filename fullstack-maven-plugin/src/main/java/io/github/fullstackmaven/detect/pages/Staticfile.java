package io.github.fullstackmaven.detect.pages;

import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@code Staticfile}: pages without a program, and the directory that they are in. */
final class Staticfile {
    static final String NAME = "Staticfile";
    private static final Pattern ROOT =
            Pattern.compile("(?m)^\\s*root\\s*:\\s*[\"']?([^\\s\"'#]+)");

    private Staticfile() {}

    /** Returns that directory, relative to the file's own; empty where it is the same. */
    static Optional<String> root(Tree tree, String directory) {
        Matcher root = ROOT.matcher(tree.read(RepositoryPath.join(directory, NAME)).orElse(""));
        return root.find()
                ? RepositoryPath.resolve(directory, root.group(1))
                        .filter(path -> RepositoryPath.isWithin(path, directory))
                        .map(path -> RepositoryPath.relative(directory, path))
                        .filter(path -> !path.equals(RepositoryPath.ROOT))
                : Optional.empty();
    }
}
