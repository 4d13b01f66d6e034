package io.github.fullstackmaven.detect.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.detect.rules.DirectoryFacts;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code package.json}.
 *
 * @param directory where it lies
 * @param root its content
 * @param file the name of the file; another one where a project shares the manifest of others
 */
record PackageJson(String directory, JsonNode root, String file) {
    private static final String FILE = "package.json";
    private static final Pattern NUMBER = Pattern.compile("[~^>=v\\s]*(\\d{1,4})(?!\\d)");

    static Optional<PackageJson> of(Manifests manifests, String directory) {
        return manifests
                .json(RepositoryPath.join(directory, FILE))
                .map(root -> new PackageJson(directory, root, FILE))
                .or(() -> NxProject.of(manifests, directory).map(NxProject::manifest));
    }

    String path() {
        return RepositoryPath.join(directory, file);
    }

    /** Returns a text at a path of keys. */
    Optional<String> text(String... keys) {
        JsonNode node = root;
        for (String key : keys) {
            node = node.path(key);
        }
        return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
    }

    Optional<String> name() {
        return text("name");
    }

    /** Returns a script's text. */
    Optional<String> script(String name) {
        return text("scripts", name);
    }

    /** Returns the names of the scripts, as they stand. */
    List<String> scripts() {
        return root.path("scripts").properties().stream().map(Map.Entry::getKey).toList();
    }

    /** Returns true when something is declared, for use or for development. */
    boolean declares(String dependency) {
        return dependencies().containsKey(dependency);
    }

    /** Returns true when something is declared, and not for development alone. */
    boolean uses(String dependency) {
        return root.path("dependencies").has(dependency)
                || root.path("optionalDependencies").has(dependency);
    }

    /** Returns true when the version that is declared begins with a lower number. */
    boolean isBelow(String dependency, int major) {
        Matcher first = NUMBER.matcher(dependencies().getOrDefault(dependency, ""));
        return first.lookingAt() && Integer.parseInt(first.group(1)) < major;
    }

    /** Returns what is declared, for use and for development. */
    Map<String, String> dependencies() {
        Map<String, String> found = new HashMap<>();
        for (String section : List.of("dependencies", "devDependencies", "optionalDependencies")) {
            root.path(section)
                    .properties()
                    .forEach(entry -> found.putIfAbsent(entry.getKey(), entry.getValue().asText()));
        }
        return found;
    }

    /** Returns whether installing it fetches anything; npm installs what peers ask for, too. */
    boolean hasDependencies() {
        return !dependencies().isEmpty() || !root.path("peerDependencies").isEmpty();
    }

    /** Returns the patterns by which a root names its workspaces. */
    List<String> workspaces() {
        JsonNode node = root.path("workspaces");
        JsonNode list = node.isObject() ? node.path("packages") : node;
        List<String> patterns = new ArrayList<>();
        list.forEach(entry -> patterns.add(entry.asText()));
        return patterns;
    }

    DirectoryFacts facts(Manifests manifests) {
        Map<String, String> declared = new HashMap<>();
        Set<String> all = dependencies().keySet();
        Set<String> own = NxProject.of(manifests, directory).map(NxProject::shown).orElse(all);
        all.stream().filter(own::contains).forEach(name -> declared.put(name, path()));
        Map<String, String> values = new HashMap<>();
        values(root, "", values);
        return new DirectoryFacts(manifests.tree(), directory, declared, values, path());
    }

    private static void values(JsonNode node, String prefix, Map<String, String> values) {
        node.properties()
                .forEach(
                        entry -> {
                            String key = prefix + entry.getKey();
                            if (entry.getValue().isObject()) {
                                values.put(key, "");
                                values(entry.getValue(), key + ".", values);
                            } else {
                                values.put(key, entry.getValue().asText());
                            }
                        });
    }
}
