package io.github.fullstackmaven.detect.dockerfile;

import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds the directory from which a Dockerfile copies: its own, or the repository's root. */
final class BuildContext {
    private BuildContext() {}

    /** Returns its own directory, unless what it copies is only to be found from the root. */
    static String of(Tree tree, String file, List<String> sources) {
        String own = RepositoryPath.parent(file);
        boolean here = sources.stream().allMatch(source -> exists(tree, own, source));
        boolean fromRoot =
                sources.stream().allMatch(source -> exists(tree, RepositoryPath.ROOT, source));
        return !here && fromRoot ? RepositoryPath.ROOT : own;
    }

    /** Of a pattern, something has to fit; below a directory that is one, that has to exist. */
    private static boolean exists(Tree tree, String directory, String source) {
        String plain = source.replaceFirst("^/+", "");
        int pattern = firstPattern(plain);
        String fixed =
                pattern < 0 ? plain : plain.substring(0, plain.lastIndexOf('/', pattern) + 1);
        Optional<String> path = RepositoryPath.resolve(directory, fixed.isEmpty() ? "." : fixed);
        if (path.isEmpty() || pattern < 0 || plain.indexOf('/', pattern) >= 0) {
            return path.isPresent() && (tree.isFile(path.get()) || tree.isDirectory(path.get()));
        }
        Predicate<String> fits =
                Pattern.compile(regex(plain.substring(fixed.length()))).asMatchPredicate();
        return !tree.files(path.get(), fits).isEmpty()
                || tree.directories(path.get()).stream().anyMatch(fits);
    }

    private static String regex(String pattern) {
        StringBuilder regex = new StringBuilder();
        // A set of characters is taken for any of them.
        for (char c : pattern.replaceAll("\\[[^]]*]", "?").toCharArray()) {
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }

    private static int firstPattern(String path) {
        for (int i = 0; i < path.length(); i++) {
            if ("*?[".indexOf(path.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
