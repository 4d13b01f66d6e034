package io.github.fullstackmaven.detect.java;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings in {@code application.properties} and {@code application.yml} of a module. */
final class Configuration {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^:}]+:([^}]*)}");

    private final Map<String, Sourced<String>> values = new LinkedHashMap<>();

    private Configuration() {}

    /** Reads the general files first; a profile only says what they leave open. */
    static Configuration of(Manifests manifests, String directory) {
        Configuration configuration = new Configuration();
        String resources = RepositoryPath.join(directory, "src/main/resources");
        for (String folder : List.of(resources, resources + "/config")) {
            List<String> names =
                    manifests
                            .tree()
                            .files(
                                    folder,
                                    name ->
                                            name.matches(
                                                    "(application|bootstrap|microprofile-config).*\\.(properties|ya?ml)"))
                            .stream()
                            .sorted((one, other) -> rank(one) - rank(other))
                            .toList();
            for (String name : names) {
                configuration.read(manifests, RepositoryPath.join(folder, name));
            }
        }
        return configuration;
    }

    private static int rank(String name) {
        boolean general = name.startsWith("application.") || name.startsWith("microprofile");
        return general ? 0 : name.contains("prod") ? 1 : name.contains("test") ? 3 : 2;
    }

    /** Returns the value of the first of some keys that is there. */
    Optional<Sourced<String>> get(String... keys) {
        for (String key : keys) {
            Sourced<String> value = values.get(key);
            if (value != null) {
                return Optional.of(value.map(Configuration::withDefault));
            }
        }
        return Optional.empty();
    }

    /** {@code ${PORT:8080}} is {@code 8080}. */
    private static String withDefault(String text) {
        Matcher placeholder = PLACEHOLDER.matcher(text);
        return placeholder.matches() ? placeholder.group(1) : text;
    }

    private void read(Manifests manifests, String path) {
        if (path.endsWith(".properties")) {
            manifests.tree().read(path).ifPresent(text -> properties(text, path));
        } else {
            manifests.yaml(path).ifPresent(root -> tree("", root, path));
        }
    }

    private void properties(String text, String path) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            int sign = line.indexOf('=') >= 0 ? line.indexOf('=') : line.indexOf(':');
            if (!line.startsWith("#") && !line.startsWith("!") && sign > 0) {
                values.putIfAbsent(
                        line.substring(0, sign).strip(),
                        new Sourced<>(line.substring(sign + 1).strip(), path + ":" + (i + 1)));
            }
        }
    }

    private void tree(String prefix, JsonNode node, String path) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                String key = prefix.isEmpty() ? entry.getKey() : prefix + "." + entry.getKey();
                tree(key, entry.getValue(), path);
            }
        } else if (node.isValueNode() && !node.isNull()) {
            values.putIfAbsent(prefix, new Sourced<>(node.asText(), path));
        }
    }
}
