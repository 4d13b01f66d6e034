package io.github.fullstackmaven.detect.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A generator of pages that Debian has, as one site uses it.
 *
 * @param packages the Debian packages that it needs
 * @param build the command, run in the site's directory
 * @param output where it leaves the pages, relative to that
 */
record PageGenerator(List<String> packages, String build, String output) {
    private static final String FILE = "/META-INF/fullstack/page-generators.json";
    private static final JsonNode TABLE = load();

    PageGenerator {
        packages = List.copyOf(packages);
    }

    private static JsonNode load() {
        try (InputStream file = PageGenerator.class.getResourceAsStream(FILE)) {
            return JsonMapper.builder().build().readTree(file).path("generators");
        } catch (IOException broken) {
            throw new UncheckedIOException(FILE, broken);
        }
    }

    /**
     * Returns what makes the pages of a site; empty where Debian does not have the generator, or
     * not all that the site asks of it.
     */
    static Optional<PageGenerator> of(Manifests manifests, String directory, String framework) {
        for (JsonNode row : TABLE) {
            if (row.path("framework").asText().equals(framework)) {
                return of(manifests, directory, row);
            }
        }
        return Optional.empty();
    }

    private static Optional<PageGenerator> of(Manifests manifests, String directory, JsonNode row) {
        for (JsonNode file : row.path("refuses")) {
            if (manifests.tree().isFile(RepositoryPath.join(directory, file.asText()))) {
                return Optional.empty();
            }
        }
        Set<String> packages = new TreeSet<>(texts(row.path("packages")));
        String output = row.path("output").asText();
        for (JsonNode name : row.path("configurations")) {
            String path = RepositoryPath.join(directory, name.asText());
            for (String asked : asked(manifests, path, texts(row.path("asks")))) {
                JsonNode known = row.path("plugins").path(asked);
                if (known.isMissingNode()) {
                    return Optional.empty();
                }
                packages.add(known.asText());
            }
            for (String key : texts(row.path("outputKeys"))) {
                output = values(manifests, path, key).stream().findFirst().orElse(output);
            }
        }
        return Optional.of(
                new PageGenerator(
                        List.copyOf(packages),
                        row.path("build").asText(),
                        output.replaceFirst("^(?:\\./)+", "").replaceFirst("/+$", "")));
    }

    private static List<String> asked(Manifests manifests, String path, List<String> keys) {
        return keys.stream().flatMap(key -> values(manifests, path, key).stream()).toList();
    }

    /** Returns the text at a key, or the texts of the list there. */
    private static List<String> values(Manifests manifests, String path, String key) {
        if (path.endsWith(".toml")) {
            return manifests
                    .toml(path)
                    .map(table -> table.getString(key))
                    .map(text -> List.of(text))
                    .orElse(List.of());
        }
        JsonNode root =
                (path.endsWith(".json") ? manifests.json(path) : manifests.yaml(path))
                        .orElse(JsonMapper.builder().build().createObjectNode());
        JsonNode value = root.path(key);
        return value.isArray()
                ? texts(value)
                : value.isTextual() ? List.of(value.asText()) : List.of();
    }

    private static List<String> texts(JsonNode list) {
        List<String> found = new ArrayList<>();
        list.forEach(node -> found.add(node.asText()));
        return found;
    }
}
