package io.github.fullstackmaven.it.stacks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A sample application and what its {@code expected.json} says of it.
 *
 * @param directory where it lies in this project
 * @param runs whether everything is there that building it takes
 * @param onlyInGroup whether it is left to the group {@code stacks}, and not looked at by each run
 * @param settings what nothing in it tells and has to be said, as it is typed
 * @param answers what its paths answer
 * @param services what has to be found in it, each with the facts that matter
 */
record Stack(
        Path directory,
        boolean runs,
        boolean onlyInGroup,
        List<String> settings,
        List<Expected> answers,
        List<JsonNode> services) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String FILE = "expected.json";

    /**
     * What a path answers.
     *
     * @param method the request's method
     * @param path the path, with its query
     * @param request the request's body, which may be empty
     * @param status the answer's status
     * @param type a part of its content type
     * @param body a part of its body
     */
    record Expected(
            String method, String path, String request, int status, String type, String body) {}

    /** Returns all samples that say what is expected of them, by name. */
    static List<Stack> all() {
        Path apps = Path.of(System.getProperty("it.directory"), "apps");
        try (Stream<Path> directories = Files.list(apps)) {
            return directories
                    .filter(d -> Files.exists(d.resolve(FILE)))
                    .sorted()
                    .map(Stack::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns those that every run looks at. */
    static List<Stack> usual() {
        return all().stream().filter(stack -> !stack.onlyInGroup()).toList();
    }

    private static Stack read(Path directory) {
        try {
            JsonNode file = JSON.readTree(Files.readString(directory.resolve(FILE)));
            List<String> settings = new ArrayList<>();
            file.path("settings").properties().forEach(s -> settings.add(typed(s)));
            List<Expected> answers = new ArrayList<>();
            file.path("answers").forEach(answer -> answers.add(expected(answer)));
            List<JsonNode> services = new ArrayList<>();
            file.path("services").forEach(services::add);
            boolean runs = file.path("runs").asBoolean(true);
            boolean onlyInGroup = file.path("onlyInGroup").asBoolean(false);
            return new Stack(directory, runs, onlyInGroup, settings, answers, services);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String typed(Map.Entry<String, JsonNode> setting) {
        return "-Dfullstack." + setting.getKey() + "=" + setting.getValue().asText();
    }

    private static Expected expected(JsonNode answer) {
        return new Expected(
                answer.path("method").asText("GET"),
                answer.path("path").asText(),
                answer.path("request").asText(""),
                answer.path("status").asInt(),
                answer.path("type").asText(),
                answer.path("body").asText());
    }

    /** Returns the name of its directory. */
    String name() {
        return directory.getFileName().toString();
    }

    @Override
    public String toString() {
        return name();
    }
}
