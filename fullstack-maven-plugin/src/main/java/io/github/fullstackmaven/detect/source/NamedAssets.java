package io.github.fullstackmaven.detect.source;

import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds the directories beside a program that it reads when it runs: those with a usual name that
 * its sources spell out, {@code "templates/*.html"}, {@code "file://migrations"}.
 */
public final class NamedAssets {
    private static final Set<String> USUAL =
            Set.of(
                    "assets",
                    "config",
                    "conf",
                    "html",
                    "i18n",
                    "lang",
                    "locale",
                    "locales",
                    "migrations",
                    "public",
                    "resources",
                    "static",
                    "templates",
                    "translations",
                    "views",
                    "web",
                    "www");
    private static final Pattern SCHEME = Pattern.compile("^(file:)?(//)?(\\./)*");

    private final Tree tree;
    private final String directory;

    /**
     * @param tree the repository
     * @param directory where the program is usually started
     */
    public NamedAssets(Tree tree, String directory) {
        this.tree = tree;
        this.directory = directory;
    }

    /** Returns the directories, relative to the program's, sorted. */
    public List<String> in(List<SourceFile> sources) {
        Set<String> found = new TreeSet<>();
        for (SourceFile source : sources) {
            for (Token token : source.tokens()) {
                if (token.isString()) {
                    asset(token.text()).ifPresent(found::add);
                }
            }
        }
        found.removeIf(path -> hasParentIn(found, path));
        return List.copyOf(found);
    }

    private Optional<String> asset(String text) {
        String path = SCHEME.matcher(text).replaceFirst("");
        if (path.isEmpty() || path.startsWith("/") || path.length() > 200 || path.contains("..")) {
            return Optional.empty();
        }
        StringBuilder plain = new StringBuilder();
        for (String part : path.split("/")) {
            if (!part.matches("[\\w.@-]+")) {
                break;
            }
            String next = plain.isEmpty() ? part : plain + "/" + part;
            if (!tree.isDirectory(RepositoryPath.join(directory, next))) {
                break;
            }
            plain.setLength(0);
            plain.append(next);
        }
        String named = plain.toString();
        boolean usual = List.of(named.split("/")).stream().anyMatch(USUAL::contains);
        return usual && holdsData(named) ? Optional.of(named) : Optional.empty();
    }

    /** A directory of sources alone is none that a program reads. */
    private boolean holdsData(String path) {
        String whole = RepositoryPath.join(directory, path);
        return tree.files(whole).stream().anyMatch(name -> !name.matches(".*\\.(go|rs)"))
                || !tree.directories(whole).isEmpty();
    }

    private static boolean hasParentIn(Set<String> all, String path) {
        return all.stream()
                .anyMatch(other -> !other.equals(path) && RepositoryPath.isWithin(path, other));
    }
}
