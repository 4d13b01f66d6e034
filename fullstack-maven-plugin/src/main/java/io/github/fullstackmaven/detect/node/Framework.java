package io.github.fullstackmaven.detect.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fullstackmaven.model.BuildCache;
import io.github.fullstackmaven.model.ServiceKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is known of a framework: a row of {@code node-frameworks.json}. */
final class Framework {
    private static final String FILE = "/META-INF/fullstack/node-frameworks.json";
    private static final JsonNode TABLE = load();

    private final JsonNode row;

    private Framework(JsonNode row) {
        this.row = row;
    }

    private static JsonNode load() {
        try (InputStream file = Framework.class.getResourceAsStream(FILE)) {
            return JsonMapper.builder().build().readTree(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(FILE, broken);
        }
    }

    /** Returns the row of a framework, used as this kind of service; an empty one for none. */
    static Framework of(Optional<String> id, ServiceKind kind, PackageJson project) {
        for (JsonNode row : TABLE.path("frameworks")) {
            String framework = row.path("framework").asText();
            boolean fits =
                    !row.has("below") || project.isBelow(framework, row.path("below").intValue());
            if (framework.equals(id.orElse(""))
                    && row.path("kind").asText().equals(kind.id())
                    && fits) {
                return new Framework(row);
            }
        }
        return new Framework(JsonMapper.builder().build().createObjectNode());
    }

    /** Returns by dependency the first major release that stands on webpack 5. */
    static JsonNode webpack5() {
        return TABLE.path("webpack5");
    }

    /** Returns the command that builds it. */
    Optional<String> build() {
        return text("build");
    }

    /** Returns where pages are left unless something else is said. */
    Optional<String> output() {
        return text("output");
    }

    /** Returns the flags of the command that name the output. */
    List<String> outputFlags() {
        return texts("flags");
    }

    /** Returns the configuration files, without their endings, that may name the output. */
    List<String> configurations() {
        return texts("config");
    }

    /** Returns the keys there. */
    List<String> outputKey() {
        return texts("key");
    }

    /** Returns the names of variables there that hold the path of the output. */
    List<String> outputPaths() {
        return texts("paths");
    }

    /** Returns the part of what the configuration names where the pages are. */
    Optional<String> outputSuffix() {
        return text("suffix");
    }

    /** Returns the keys there that name the port that the server keeps to. */
    List<String> portKey() {
        return texts("portKey");
    }

    /** Returns the functions that are called there with the output. */
    List<String> outputCalls() {
        return texts("call");
    }

    List<String> start() {
        return texts("start");
    }

    Optional<Integer> port() {
        return row.has("port") ? Optional.of(row.path("port").intValue()) : Optional.empty();
    }

    /**
     * Returns how the process is put together: {@code bundled}, {@code next}; absent: installed.
     */
    Optional<String> program() {
        return text("program");
    }

    /** Returns what of the build is taken into the image. */
    List<String> files() {
        return texts("files");
    }

    /** Returns where the build keeps what the next one need not do again. */
    List<BuildCache> caches() {
        List<BuildCache> found = new ArrayList<>();
        for (JsonNode cache : row.path("caches")) {
            List<String> renewed = new ArrayList<>();
            cache.path("renewed").forEach(name -> renewed.add(name.asText()));
            found.add(new BuildCache(cache.path("directory").asText(), renewed));
        }
        return found;
    }

    /** Returns what the build is told. */
    Map<String, String> environment() {
        return map("environment");
    }

    /** Returns what the process is told. */
    Map<String, String> variables() {
        return map("variables");
    }

    private Optional<String> text(String key) {
        return Optional.ofNullable(row.path(key).asText(null)).filter(text -> !text.isEmpty());
    }

    private List<String> texts(String key) {
        List<String> found = new ArrayList<>();
        row.path(key).forEach(node -> found.add(node.asText()));
        return found;
    }

    private Map<String, String> map(String key) {
        Map<String, String> found = new TreeMap<>();
        row.path(key).properties().forEach(e -> found.put(e.getKey(), e.getValue().asText()));
        return found;
    }
}
