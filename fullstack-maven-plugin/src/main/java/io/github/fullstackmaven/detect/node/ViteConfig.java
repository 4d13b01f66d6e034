package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.detect.evidence.DevProxy;
import io.github.fullstackmaven.detect.source.JsProperties;
import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.scan.Tree;
import java.util.List;
import java.util.Optional;

/** What {@code vite.config.*} says about the built pages and about the dev server's proxy. */
final class ViteConfig {
    private final String file;
    private final JsProperties properties;

    private ViteConfig(String file, JsProperties properties) {
        this.file = file;
        this.properties = properties;
    }

    static Optional<ViteConfig> of(Tree tree, String directory) {
        return ConfigurationFile.named(tree, directory, "vite.config")
                .flatMap(
                        path ->
                                tree
                                        .read(path)
                                        .map(text -> new ViteConfig(path, JsProperties.of(text)))
                                        .stream())
                .findFirst();
    }

    String file() {
        return file;
    }

    /** Returns {@code build.outDir}, which is relative to {@link #root}. */
    Optional<String> outDir() {
        return properties.find("build", "outDir").flatMap(this::text);
    }

    /** Returns {@code root}, relative to the directory of the configuration. */
    Optional<String> root() {
        return properties.all().stream()
                .filter(property -> property.path().equals(List.of("root")))
                .findFirst()
                .flatMap(this::text);
    }

    /** Returns {@code base}: below which path the pages expect to be served. */
    Optional<String> base() {
        return properties.all().stream()
                .filter(property -> property.path().equals(List.of("base")))
                .findFirst()
                .flatMap(this::text);
    }

    /** Returns what the dev server hands on, in the order of the file. */
    List<DevProxy> proxies() {
        return new ProxyTable(file, properties).below("server", "proxy");
    }

    private Optional<String> text(JsProperties.Property property) {
        List<Token> value = property.value();
        boolean joined =
                value.stream()
                        .anyMatch(token -> token.isWord("__dirname") || token.isWord("dirname"));
        Optional<String> text = properties.text(value);
        return joined ? text.map(t -> t.startsWith("/") ? t.substring(1) : t) : text;
    }
}
