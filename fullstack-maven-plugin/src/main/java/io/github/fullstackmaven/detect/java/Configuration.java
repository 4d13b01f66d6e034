package io.github.fullstackmaven.detect.java;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * The settings of a module, in {@code application} with the ending {@code .properties}, {@code
 * .yml}, {@code .toml}, {@code .json} or {@code .conf}, and where its framework has them besides.
 */
final class Configuration {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^:}]+:([^}]*)}");

    private static final Pattern BLOCK = Pattern.compile("([\\w.\\-]+)\\s*[:=]?\\s*\\{");
    private static final Pattern SETTING =
            Pattern.compile("([\\w.\\-]+)\\s*[:=]\\s*\"?([^\"{$]+?)\"?,?(?:\\s*(?:#|//).*)?");
    private static final String NAMES =
            "(application|bootstrap|microprofile-config).*\\.(properties|ya?ml|toml|json|conf)";

    private static final List<Place> USUAL =
            List.of(
                    new Place("src/main/resources", NAMES),
                    new Place("src/main/resources/config", NAMES),
                    new Place("src/main/resources/META-INF", NAMES));

    private final Map<String, Sourced<String>> values = new LinkedHashMap<>();

    private Configuration() {}

    /**
     * Files with settings.
     *
     * @param folder relative to the module
     * @param names what their names look like
     */
    record Place(String folder, String names) {}

    /** Reads the general files first; a profile only says what they leave open. */
    static Configuration of(Manifests manifests, String directory, List<Place> places) {
        Configuration configuration = new Configuration();
        for (Place place : Stream.concat(USUAL.stream(), places.stream()).toList()) {
            String folder = RepositoryPath.resolve(directory, place.folder()).orElse(directory);
            List<String> names =
                    manifests.tree().files(folder, name -> name.matches(place.names())).stream()
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
        String ending = path.substring(path.lastIndexOf('.') + 1);
        switch (ending) {
            case "properties" ->
                    manifests.tree().read(path).ifPresent(text -> properties(text, path));
            case "conf" -> manifests.tree().read(path).ifPresent(text -> blocks(text, path));
            case "toml" -> manifests.toml(path).ifPresent(table -> table(table, path));
            case "json" -> manifests.json(path).ifPresent(root -> tree("", root, path));
            default -> manifests.yaml(path).ifPresent(root -> tree("", root, path));
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

    /**
     * Typesafe's form: {@code ktor { deployment { port = 8080 } }}, a setting or bracket a line.
     */
    private void blocks(String text, String path) {
        Deque<String> open = new ArrayDeque<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            Matcher block = BLOCK.matcher(line);
            Matcher setting = SETTING.matcher(line);
            if (block.matches()) {
                open.addLast(block.group(1));
            } else if (line.startsWith("}")) {
                open.pollLast();
            } else if (setting.matches()) {
                List<String> key = new ArrayList<>(open);
                key.add(setting.group(1));
                values.putIfAbsent(
                        String.join(".", key),
                        new Sourced<>(setting.group(2), path + ":" + (i + 1)));
            }
        }
    }

    private void table(TomlTable table, String path) {
        for (String key : table.dottedKeySet()) {
            Object value = table.get(key);
            TomlPosition place = table.inputPositionOf(key);
            if (value != null) {
                values.putIfAbsent(
                        key.replace("\"", ""),
                        new Sourced<>(
                                value.toString(),
                                path + (place == null ? "" : ":" + place.line())));
            }
        }
    }

    private void tree(String prefix, JsonNode node, String path) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                String key = prefix.isEmpty() ? entry.getKey() : prefix + "." + entry.getKey();
                tree(key, entry.getValue(), path);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                tree(prefix + "[" + i + "]", node.get(i), path);
            }
        } else if (node.isValueNode() && !node.isNull()) {
            values.putIfAbsent(prefix, new Sourced<>(node.asText(), path));
        }
    }
}
