package io.github.fullstackmaven.detect.node;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code angular.json} says of the application that is built. */
final class AngularOutput {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .build();
    private static final Pattern PROJECT =
            Pattern.compile("\\bng\\s+build\\s+(?:--project[ =])?([A-Za-z][\\w-]*)");

    private AngularOutput() {}

    /** Returns where the pages are. */
    static Optional<String> read(Tree tree, String directory, String script) {
        return build(tree, directory, script)
                .map(
                        named -> {
                            JsonNode build = named.getValue();
                            JsonNode path = build.path("options").path("outputPath");
                            boolean application =
                                    build.path("builder").asText().endsWith(":application");
                            String base =
                                    path.isObject()
                                            ? path.path("base").asText()
                                            : path.asText("dist/" + named.getKey());
                            String browser = path.path("browser").asText("browser");
                            boolean below = application && !browser.isEmpty();
                            return below ? base + "/" + browser : base;
                        });
    }

    /** Returns the program that renders the pages, where there is one. */
    static Optional<String> server(Tree tree, String directory, String script) {
        return build(tree, directory, script)
                .map(
                        named -> {
                            JsonNode path = named.getValue().path("options").path("outputPath");
                            String base =
                                    path.isObject()
                                            ? path.path("base").asText()
                                            : path.asText("dist/" + named.getKey());
                            String server = path.path("server").asText("server");
                            return base + "/" + server + "/server.mjs";
                        });
    }

    /** The project of the command, the default one, or the first application. */
    private static Optional<Map.Entry<String, JsonNode>> build(
            Tree tree, String directory, String script) {
        Optional<JsonNode> root =
                tree.read(RepositoryPath.join(directory, "angular.json"))
                        .flatMap(AngularOutput::parsed);
        if (root.isEmpty()) {
            return Optional.empty();
        }
        Matcher named = PROJECT.matcher(script);
        String wanted = named.find() ? named.group(1) : root.get().path("defaultProject").asText();
        JsonNode projects = root.get().path("projects");
        Optional<Map.Entry<String, JsonNode>> chosen =
                projects.properties().stream().filter(e -> e.getKey().equals(wanted)).findFirst();
        return chosen.or(
                        () ->
                                projects.properties().stream()
                                        .filter(AngularOutput::isApplication)
                                        .findFirst())
                .map(e -> Map.entry(e.getKey(), targets(e.getValue()).path("build")));
    }

    private static boolean isApplication(Map.Entry<String, JsonNode> project) {
        return project.getValue().path("projectType").asText("application").equals("application");
    }

    private static JsonNode targets(JsonNode project) {
        return project.has("architect") ? project.path("architect") : project.path("targets");
    }

    private static Optional<JsonNode> parsed(String text) {
        try {
            return Optional.of(JSON.readTree(text));
        } catch (JsonProcessingException broken) {
            return Optional.empty();
        }
    }

    /** Returns the file that says what the dev server hands on. */
    static Optional<String> proxyFile(Tree tree, String directory) {
        return tree.read(RepositoryPath.join(directory, "angular.json"))
                .flatMap(AngularOutput::parsed)
                .flatMap(
                        root ->
                                root.path("projects").properties().stream()
                                        .map(e -> targets(e.getValue()).path("serve"))
                                        .flatMap(serve -> serve.findValues("proxyConfig").stream())
                                        .map(JsonNode::asText)
                                        .findFirst());
    }
}
