package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.detect.source.JsProperties;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.List;

/**
 * Where SvelteKit is told its adapter: {@code svelte.config.*}, or the plugin's call in {@code
 * vite.config.*}, which newer projects use alone.
 *
 * @param file the file, relative to the repository
 * @param text what it holds; empty when there is none
 */
record SvelteConfig(String file, String text) {
    private static final String ADAPTER = "@sveltejs/adapter-";
    private static final List<String> NAMES = List.of("svelte.config", "vite.config");

    /** Returns the first file that names an adapter, else an empty one. */
    static SvelteConfig of(Tree tree, String directory) {
        return NAMES.stream()
                .flatMap(name -> ConfigurationFile.named(tree, directory, name))
                .map(file -> new SvelteConfig(file, tree.read(file).orElse("")))
                .filter(config -> config.text().contains("adapter-"))
                .findFirst()
                .orElseGet(
                        () ->
                                new SvelteConfig(
                                        RepositoryPath.join(directory, "svelte.config.js"), ""));
    }

    /** Returns true when it picks the adapter itself. */
    boolean isAuto() {
        return text.contains(ADAPTER + "auto");
    }

    /** Returns true unless the adapter is one for another platform. */
    boolean leavesServer() {
        return text.isEmpty() || isAuto() || text.contains(ADAPTER + "node");
    }

    /** Returns the directory that the server is left in. */
    String output() {
        JsProperties properties = JsProperties.of(text);
        return properties
                .find("out")
                .flatMap(property -> properties.text(property.value()))
                .map(out -> out.replaceFirst("^\\./", "").replaceFirst("/+$", ""))
                .filter(out -> !out.isEmpty())
                .orElse("build");
    }
}
