package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.detect.source.JsProperties;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.List;
import java.util.Optional;

/**
 * What {@code tsconfig.json} says about where compiled files go.
 *
 * @param outDir the directory of the results
 * @param rootDir the directory that they mirror
 */
record TypeScript(Optional<String> outDir, Optional<String> rootDir) {
    private static final List<String> FILES = List.of("tsconfig.build.json", "tsconfig.json");
    private static final String DEFAULT = "dist";

    static TypeScript of(Tree tree, String directory) {
        Optional<String> out = Optional.empty();
        Optional<String> root = Optional.empty();
        for (String file : FILES) {
            Optional<String> text = tree.read(RepositoryPath.join(directory, file));
            if (text.isPresent()) {
                JsProperties properties = JsProperties.of(text.get());
                out = out.or(() -> option(properties, "outDir"));
                root = root.or(() -> option(properties, "rootDir"));
            }
        }
        return new TypeScript(out, root);
    }

    private static Optional<String> option(JsProperties properties, String name) {
        return properties
                .find("compilerOptions", name)
                .flatMap(property -> properties.text(property.value()))
                .map(text -> text.replaceFirst("^\\./", "").replaceFirst("/+$", ""))
                .filter(text -> !text.isEmpty() && !text.contains("$"));
    }

    /** Returns the file that a source becomes. */
    String compiled(String source) {
        String root = rootDir.filter(dir -> !dir.equals(".")).orElse("src");
        String name =
                source.startsWith(root + "/") && !rootDir.filter("."::equals).isPresent()
                        ? source.substring(root.length() + 1)
                        : source;
        return outDir.orElse(DEFAULT) + "/" + name.replaceFirst("\\.([cm]?)tsx?$", ".$1js");
    }
}
