package io.github.fullstackmaven.detect.rust;

import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.SkippedDirectories;
import io.github.fullstackmaven.scan.Tree;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Expands the patterns by which a workspace names its members. */
final class MemberGlob {
    private final Tree tree;

    MemberGlob(Tree tree) {
        this.tree = tree;
    }

    /** Returns the directories that a pattern stands for, sorted. */
    Set<String> expand(String root, String pattern) {
        Set<String> found = new TreeSet<>();
        List<String> parts =
                Stream.of(pattern.split("/"))
                        .filter(part -> !part.isEmpty() && !part.equals("."))
                        .toList();
        expand(root, parts, found);
        return found;
    }

    private void expand(String directory, List<String> parts, Set<String> found) {
        if (parts.isEmpty()) {
            found.add(directory);
            return;
        }
        String part = parts.get(0);
        List<String> rest = parts.subList(1, parts.size());
        if (part.equals("**")) {
            expand(directory, rest, found);
            for (String child : tree.directories(directory)) {
                expand(RepositoryPath.join(directory, child), parts, found);
            }
        } else if (part.contains("*") || part.contains("?")) {
            Pattern pattern = pattern(part);
            children(directory)
                    .filter(child -> pattern.matcher(child).matches())
                    .forEach(child -> expand(RepositoryPath.join(directory, child), rest, found));
        } else {
            RepositoryPath.resolve(directory, part).ifPresent(next -> expand(next, rest, found));
        }
    }

    /** A member may have a name that is never walked into otherwise. */
    private Stream<String> children(String directory) {
        return Stream.concat(
                        tree.directories(directory).stream(),
                        SkippedDirectories.names().stream()
                                .filter(
                                        name ->
                                                tree.isDirectory(
                                                        RepositoryPath.join(directory, name))))
                .distinct();
    }

    private static Pattern pattern(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (c == '*') {
                regex.append(".*");
            } else if (c == '?') {
                regex.append('.');
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString());
    }
}
