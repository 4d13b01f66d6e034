package io.github.fullstackmaven.detect.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is known of the programs that start scripts call: {@code node-starts.json}. */
final class StartTables {
    private static final String FILE = "/META-INF/fullstack/node-starts.json";
    private static final JsonNode TABLE = load();
    private static final Set<String> DEVELOPMENT = Set.copyOf(texts("development"));
    private static final Set<String> BUILDING = Set.copyOf(texts("building"));
    private static final List<String> ASSETS = List.copyOf(texts("assets"));

    private StartTables() {}

    private static JsonNode load() {
        try (InputStream file = StartTables.class.getResourceAsStream(FILE)) {
            return JsonMapper.builder().build().readTree(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(FILE, broken);
        }
    }

    private static List<String> texts(String key) {
        List<String> found = new ArrayList<>();
        TABLE.path(key).forEach(node -> found.add(node.asText()));
        return found;
    }

    /** Returns true for what only serves while one develops, or only builds. */
    static boolean isForDevelopment(String program) {
        return DEVELOPMENT.contains(program);
    }

    /** Returns true for what the image's build has done when the program starts. */
    static boolean isBuilding(List<String> command) {
        return command.stream().anyMatch(word -> BUILDING.contains(word) || word.contains("build"));
    }

    /** Returns the package that brings a program. */
    static String packageOf(String program) {
        return TABLE.path("packages").path(program).asText(program);
    }

    /** Returns true for a program that is known to come with a package, declared here or above. */
    static boolean isTool(String program) {
        return TABLE.path("packages").has(program);
    }

    /** Returns the names of directories that a compiled program may read. */
    static List<String> assets() {
        return ASSETS;
    }
}
