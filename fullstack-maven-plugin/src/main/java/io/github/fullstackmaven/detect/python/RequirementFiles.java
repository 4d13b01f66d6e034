package io.github.fullstackmaven.detect.python;

import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A requirements file for pip with all that it includes. */
final class RequirementFiles {
    /** The usual names, those for production first. */
    private static final List<String> NAMES =
            List.of(
                    "requirements.txt",
                    "requirements-prod.txt",
                    "requirements-production.txt",
                    "requirements.prod.txt",
                    "requirements/production.txt",
                    "requirements/prod.txt",
                    "requirements/base.txt",
                    "requirements/requirements.txt");

    private static final Pattern INCLUDE =
            Pattern.compile("(?:-r|--requirement|-c|--constraint)[\\s=]*(\\S+)");

    private final Tree tree;
    private final Set<String> files = new LinkedHashSet<>();
    private final List<Requirement> requirements = new ArrayList<>();
    private boolean local;

    private RequirementFiles(Tree tree) {
        this.tree = tree;
    }

    /** Returns the name of a directory's requirements file. */
    static Optional<String> in(Tree tree, String directory) {
        return NAMES.stream()
                .filter(name -> tree.isFile(RepositoryPath.join(directory, name)))
                .findFirst();
    }

    static RequirementFiles read(Tree tree, String path) {
        RequirementFiles read = new RequirementFiles(tree);
        read.follow(path, false);
        return read;
    }

    /** Returns the files, in the order in which they are read. */
    List<String> files() {
        return List.copyOf(files);
    }

    List<Requirement> requirements() {
        return List.copyOf(requirements);
    }

    /** Returns true when a directory of the repository is among the requirements. */
    boolean local() {
        return local;
    }

    private void follow(String path, boolean constraint) {
        Optional<String> text = tree.read(path);
        if (text.isEmpty() || !files.add(path)) {
            return;
        }
        // A backslash goes on in the next line; a comment begins at the line's or a word's start.
        for (String line : text.get().replaceAll("\\\\\\r?\\n", " ").lines().toList()) {
            String bare = line.replaceAll("(^|\\s)#.*", "").strip();
            Matcher include = INCLUDE.matcher(bare);
            if (include.matches()) {
                boolean isConstraint = bare.startsWith("-c") || bare.startsWith("--constraint");
                RepositoryPath.resolve(RepositoryPath.parent(path), include.group(1))
                        .ifPresent(file -> follow(file, constraint || isConstraint));
            } else if (bare.startsWith("-e ") || bare.startsWith(".") || bare.startsWith("/")) {
                local = true;
            } else if (!bare.isEmpty() && !bare.startsWith("-") && !constraint) {
                Requirement.of(bare, path).ifPresent(requirements::add);
            }
        }
    }
}
