package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.detect.source.JsProperties;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.scan.Tree;
import java.util.Optional;

/** A port that no source says, but a framework's configuration. */
final class ConfiguredPort {
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
        return framework.configurations().stream()
                .flatMap(name -> ConfigurationFile.named(tree, directory, name))
                .flatMap(
                        file ->
                                tree
                                        .read(file)
                                        .flatMap(text -> number(file, text, framework))
                                        .stream())
                .findFirst();
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
