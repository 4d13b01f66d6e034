package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.detect.evidence.DevProxy;
import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.detect.source.JsProperties;
import io.github.fullstackmaven.detect.source.Token;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a Node.js project has for those who work at it.
 *
 * @param manifest the path of its {@code package.json}
 * @param scripts its scripts by name, as they stand
 * @param proxies what its dev server hands on
 * @param port the port of its dev server that a configuration names
 */
public record DevProject(
        String manifest,
        Map<String, String> scripts,
        List<DevProxy> proxies,
        Optional<Integer> port) {
    private static final Map<String, String> CONFIGURATIONS =
            Map.of(
                    "vite.config", "server",
                    "astro.config", "server",
                    "rsbuild.config", "server",
                    "vue.config", "devServer",
                    "nuxt.config", "devServer",
                    "webpack.config", "devServer");

    public DevProject {
        scripts = Collections.unmodifiableMap(new LinkedHashMap<>(scripts));
        proxies = List.copyOf(proxies);
    }

    /** Reads the project of a directory; empty when there is none. */
    public static Optional<DevProject> of(Manifests manifests, String directory) {
        return PackageJson.of(manifests, directory)
                .map(
                        project ->
                                new DevProject(
                                        project.path(),
                                        scripts(project),
                                        DevProxies.of(
                                                manifests.tree(),
                                                project,
                                                NxProject.of(manifests, directory)),
                                        port(manifests, directory)));
    }

    /** Returns true when a script's text runs a program that serves development alone. */
    public static boolean isForDevelopment(String text) {
        for (String word : text.split("[\\s'\"]+")) {
            if (StartTables.isForDevelopment(word)) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, String> scripts(PackageJson project) {
        Map<String, String> scripts = new LinkedHashMap<>();
        for (String name : project.scripts()) {
            project.script(name).ifPresent(text -> scripts.put(name, text));
        }
        return scripts;
    }

    private static Optional<Integer> port(Manifests manifests, String directory) {
        return CONFIGURATIONS.entrySet().stream()
                .flatMap(
                        entry ->
                                ConfigurationFile.named(manifests.tree(), directory, entry.getKey())
                                        .flatMap(path -> manifests.tree().read(path).stream())
                                        .flatMap(text -> port(text, entry.getValue()).stream()))
                .findFirst();
    }

    private static Optional<Integer> port(String text, String key) {
        return JsProperties.of(text)
                .find(key, "port")
                .map(JsProperties.Property::value)
                .filter(value -> value.size() == 1 && value.get(0).kind() == Token.Kind.NUMBER)
                .map(value -> value.get(0).text())
                .filter(number -> number.matches("[1-9][0-9]{0,4}"))
                .map(Integer::valueOf);
    }
}
