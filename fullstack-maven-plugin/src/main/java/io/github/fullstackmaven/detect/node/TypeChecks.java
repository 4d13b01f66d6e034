package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.detect.source.JsProperties;
import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.model.BuildCache;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the TypeScript compiler writes down for its next run, where a {@code tsconfig} names a file
 * for it. Of a run that only checks, it is kept: it has the digest of every file, and a file that
 * differs is checked again with all that depend on it. Of a run that also writes results it is not
 * kept, since the compiler would take for granted that those are still there.
 *
 * @param files by their path relative to the project, whether nothing but types is checked
 */
record TypeChecks(Map<String, Boolean> files) {
    private static final Pattern CONFIGURATION = Pattern.compile("tsconfig(?:\\.[\\w.-]+)?\\.json");

    /** Beside the packages, where no sources are and none of the packages is. */
    private static final Pattern APART = Pattern.compile("node_modules/\\.[\\w-]+(?:/[\\w-]+)*");

    private static final Pattern NAME = Pattern.compile("[\\w.-]+(?:/[\\w.-]+)*");

    static TypeChecks of(Tree tree, String directory) {
        Map<String, Boolean> files = new TreeMap<>();
        for (String name : tree.files(directory, each -> CONFIGURATION.matcher(each).matches())) {
            JsProperties properties =
                    JsProperties.of(tree.read(RepositoryPath.join(directory, name)).orElse(""));
            option(properties, "tsBuildInfoFile")
                    .flatMap(properties::text)
                    .flatMap(path -> RepositoryPath.resolve(directory, path))
                    .filter(path -> RepositoryPath.isWithin(path, directory))
                    .map(path -> RepositoryPath.relative(directory, path))
                    .filter(path -> NAME.matcher(path).matches())
                    .ifPresent(path -> files.merge(path, checks(properties), Boolean::logicalAnd));
        }
        return new TypeChecks(files);
    }

    private static boolean checks(JsProperties properties) {
        return option(properties, "noEmit")
                .filter(value -> value.size() == 1 && value.get(0).isWord("true"))
                .isPresent();
    }

    private static Optional<List<Token>> option(JsProperties properties, String name) {
        return properties.find("compilerOptions", name).map(JsProperties.Property::value);
    }

    /** Returns the caches of a framework and those of the checks. */
    List<BuildCache> over(List<BuildCache> caches) {
        List<BuildCache> all = new ArrayList<>(caches);
        files.forEach(
                (file, checked) -> {
                    String directory = RepositoryPath.parent(file);
                    if (checked && APART.matcher(directory).matches() && within(all, file) < 0) {
                        all.add(new BuildCache(directory, List.of()));
                    }
                });
        files.forEach(
                (file, checked) -> {
                    int index = within(all, file);
                    if (index >= 0) {
                        all.set(index, with(all.get(index), file, checked));
                    }
                });
        return List.copyOf(all);
    }

    private static int within(List<BuildCache> caches, String file) {
        for (int i = 0; i < caches.size(); i++) {
            if (RepositoryPath.isWithin(file, caches.get(i).directory())) {
                return i;
            }
        }
        return -1;
    }

    private static BuildCache with(BuildCache cache, String file, boolean checked) {
        String name = RepositoryPath.relative(cache.directory(), file);
        return checked
                ? new BuildCache(cache.directory(), cache.renewed(), and(cache.compared(), name))
                : new BuildCache(cache.directory(), and(cache.renewed(), name), cache.compared());
    }

    private static List<String> and(List<String> names, String name) {
        List<String> all = new ArrayList<>(names);
        all.add(name);
        return all;
    }
}
