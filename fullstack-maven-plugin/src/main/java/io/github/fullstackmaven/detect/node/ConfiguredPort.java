package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.detect.source.JsProperties;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.List;
import java.util.Optional;

/** A port that no source says, but a framework's configuration. */
final class ConfiguredPort {
    private static final List<String> ENDINGS = List.of("js", "mjs", "ts", "cjs", "mts", "cts");

    private final Tree tree;
    private final String directory;

    ConfiguredPort(Tree tree, String directory) {
        this.tree = tree;
        this.directory = directory;
    }

    /** Returns the number in the framework's configuration, which no variable changes. */
    Optional<Sourced<Integer>> of(Framework framework) {
        if (framework.portKey().isEmpty()) {
            return Optional.empty();
        }
        for (String name : framework.configurations()) {
            for (String ending : ENDINGS) {
                String file = RepositoryPath.join(directory, name + "." + ending);
                Optional<Sourced<Integer>> found =
                        tree.read(file).flatMap(text -> number(file, text, framework));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Sourced<Integer>> number(
            String file, String text, Framework framework) {
        return JsProperties.of(text)
                .find(framework.portKey().toArray(String[]::new))
                .filter(property -> property.value().size() == 1)
                .flatMap(
                        property -> {
                            Expression value = Expression.of(property.value());
                            return value.number().isPresent()
                                    ? Optional.of(
                                            new Sourced<>(
                                                    value.number().getAsInt(),
                                                    file + ":" + property.line()))
                                    : Optional.empty();
                        });
    }
}
