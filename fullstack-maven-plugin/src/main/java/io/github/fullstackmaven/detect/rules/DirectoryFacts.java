package io.github.fullstackmaven.detect.rules;

import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The facts of one directory.
 *
 * @param tree the repository
 * @param directory the directory
 * @param dependencies name of a dependency to the manifest that declares it
 * @param values dotted key to value, of the directory's manifest
 * @param manifest the path of that manifest
 */
public record DirectoryFacts(
        Tree tree,
        String directory,
        Map<String, String> dependencies,
        Map<String, String> values,
        String manifest)
        implements Facts {
    public DirectoryFacts {
        dependencies = Map.copyOf(dependencies);
        values = Map.copyOf(values);
    }

    @Override
    public Optional<String> file(String name) {
        if (name.startsWith("*")) {
            String end = name.substring(1);
            return tree.files(directory).stream()
                    .filter(file -> file.endsWith(end))
                    .findFirst()
                    .map(file -> RepositoryPath.join(directory, file));
        }
        String path = RepositoryPath.join(directory, name);
        return tree.isFile(path) ? Optional.of(path) : Optional.empty();
    }

    @Override
    public Optional<String> directory(String name) {
        String path = RepositoryPath.join(directory, name);
        return tree.isDirectory(path) ? Optional.of(path) : Optional.empty();
    }

    @Override
    public Optional<String> dependency(String name) {
        return Optional.ofNullable(dependencies.get(name));
    }

    @Override
    public Optional<String> key(String key, String contains) {
        String value = values.get(key);
        return value != null && value.contains(contains) ? Optional.of(manifest) : Optional.empty();
    }

    @Override
    public Optional<String> text(String name, Pattern pattern) {
        return file(name)
                .filter(
                        path ->
                                tree.read(path)
                                        .filter(text -> pattern.matcher(text).find())
                                        .isPresent());
    }
}
