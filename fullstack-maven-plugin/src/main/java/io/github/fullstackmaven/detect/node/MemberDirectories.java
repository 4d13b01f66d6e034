package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The directories that the patterns of workspaces stand for. */
final class MemberDirectories {
    private static final int DEPTH = 4;

    private final Tree tree;
    private final Set<String> found = new TreeSet<>();

    private MemberDirectories(Tree tree) {
        this.tree = tree;
    }

    /** Returns them sorted; a pattern that begins with {@code !} takes away. */
    static Set<String> of(Tree tree, String root, List<String> patterns) {
        MemberDirectories all = new MemberDirectories(tree);
        MemberDirectories not = new MemberDirectories(tree);
        for (String pattern : patterns) {
            boolean takesAway = pattern.startsWith("!");
            String[] parts = tidy(takesAway ? pattern.substring(1) : pattern).split("/");
            (takesAway ? not : all).expand(root, List.of(parts));
        }
        all.found.removeAll(not.found);
        return all.found;
    }

    private static String tidy(String pattern) {
        return pattern.replaceFirst("^\\./", "").replaceFirst("/+$", "");
    }

    private void expand(String directory, List<String> parts) {
        if (parts.isEmpty()) {
            if (tree.isFile(RepositoryPath.join(directory, "package.json"))) {
                found.add(directory);
            }
            return;
        }
        String part = parts.get(0);
        List<String> rest = parts.subList(1, parts.size());
        if (part.equals("**")) {
            deep(directory, rest, DEPTH);
        } else if (part.indexOf('*') >= 0 || part.indexOf('{') >= 0) {
            String regex = regex(part);
            for (String child : tree.directories(directory)) {
                if (child.matches(regex)) {
                    expand(RepositoryPath.join(directory, child), rest);
                }
            }
        } else {
            Optional<String> below = RepositoryPath.resolve(directory, part);
            below.filter(tree::isDirectory).ifPresent(path -> expand(path, rest));
        }
    }

    private void deep(String directory, List<String> rest, int depth) {
        expand(directory, rest);
        if (depth > 0) {
            for (String child : tree.directories(directory)) {
                deep(RepositoryPath.join(directory, child), rest, depth - 1);
            }
        }
    }

    private static String regex(String part) {
        StringBuilder regex = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c == '*') {
                regex.append("[^/]*");
            } else if (c == '{') {
                inside = true;
                regex.append("(?:");
            } else if (c == '}' && inside) {
                inside = false;
                regex.append(')');
            } else if (c == ',' && inside) {
                regex.append('|');
            } else {
                regex.append("\\Q").append(c).append("\\E");
            }
        }
        return inside ? regex.append(')').toString() : regex.toString();
    }
}
