package io.github.fullstackmaven.detect.go;

import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads what a program takes into itself: {@code //go:embed all:dist}. */
final class GoEmbeds {
    private static final String DIRECTIVE = "go:embed ";
    private static final Pattern GLOB = Pattern.compile(".*[*?\\[].*");

    private final Tree tree;

    GoEmbeds(Tree tree) {
        this.tree = tree;
    }

    /**
     * Returns the directories, relative to the repository, sorted; those that are not there yet are
     * among them, for a build may be what makes them.
     */
    List<String> directories(List<GoFile> files) {
        Set<String> found = new TreeSet<>();
        for (GoFile file : files) {
            String own = RepositoryPath.parent(file.source().path());
            for (Token directive : file.directives()) {
                if (directive.text().startsWith(DIRECTIVE)) {
                    String patterns = directive.text().substring(DIRECTIVE.length()).strip();
                    for (String pattern : patterns.split("\\s+")) {
                        directory(own, pattern).ifPresent(found::add);
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    private Optional<String> directory(String own, String quoted) {
        String pattern = quoted.replaceAll("[\"`]", "").replaceFirst("^all:", "");
        StringBuilder plain = new StringBuilder();
        for (String part : pattern.split("/")) {
            if (GLOB.matcher(part).matches()) {
                break;
            }
            plain.append('/').append(part);
        }
        Optional<String> path = RepositoryPath.resolve(own, "." + plain);
        boolean whole = plain.length() == pattern.length() + 1;
        if (path.isEmpty() || path.get().equals(own)) {
            return Optional.empty();
        }
        boolean isFile =
                tree.isFile(path.get())
                        || (whole
                                && !tree.isDirectory(path.get())
                                && RepositoryPath.name(path.get()).contains("."));
        return Optional.of(isFile ? RepositoryPath.parent(path.get()) : path.get())
                .filter(directory -> !directory.equals(own));
    }
}
