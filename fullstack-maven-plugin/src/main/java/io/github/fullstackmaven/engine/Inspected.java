package io.github.fullstackmaven.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what {@code inspect} prints into terms of the model. */
final class Inspected {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Inspected() {}

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns nothing for what is no JSON object. */
    static Optional<JsonNode> read(String json) {
        try {
            return Optional.ofNullable(JSON.readTree(json)).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    static List<ContainerState> containers(String json) {
        List<ContainerState> result = new ArrayList<>();
        parse(json).forEach(node -> result.add(container(node)));
        result.sort(Comparator.comparing(ContainerState::name));
        return List.copyOf(result);
    }

    static List<ImageState> images(String json) {
        List<ImageState> result = new ArrayList<>();
        parse(json)
                .forEach(
                        node ->
                                result.add(
                                        new ImageState(
                                                imageId(node.path("Id")),
                                                texts(node.path("RepoTags")),
                                                texts(node.path("RepoDigests")),
                                                node.path("Size").asLong(),
                                                map(node.path("Config").path("Labels")))));
        return List.copyOf(result);
    }

    /** Returns the names of the volumes that have all these labels, sorted. */
    static List<String> volumes(String json, Map<String, String> labels) {
        List<String> names = new ArrayList<>();
        parse(json)
                .forEach(
                        node -> {
                            if (map(node.path("Labels"))
                                    .entrySet()
                                    .containsAll(labels.entrySet())) {
                                names.add(node.path("Name").asText());
                            }
                        });
        return names.stream().sorted().toList();
    }

    private static ContainerState container(JsonNode node) {
        JsonNode state = node.path("State");
        JsonNode health = state.path("Health");
        String status = status(state.path("Status").asText());
        boolean ended = status.equals("exited") || status.equals("dead");
        List<String> networks = new ArrayList<>();
        node.path("NetworkSettings").path("Networks").fieldNames().forEachRemaining(networks::add);
        List<String> healthLog = new ArrayList<>();
        health.path("Log").forEach(l -> healthLog.add(l.path("Output").asText().strip()));
        String healthStatus = health.path("Status").asText();
        return new ContainerState(
                node.path("Id").asText(),
                node.path("Name").asText().replaceFirst("^/", ""),
                node.path("Config").path("Image").asText(),
                imageId(node.path("Image")),
                status,
                ended ? OptionalInt.of(state.path("ExitCode").asInt()) : OptionalInt.empty(),
                node.path("RestartCount").asInt(),
                state.path("StartedAt").asText(),
                healthStatus.isEmpty() || healthStatus.equals("none")
                        ? Optional.empty()
                        : Optional.of(healthStatus),
                healthLog,
                map(node.path("Config").path("Labels")),
                ports(node.path("HostConfig").path("PortBindings")),
                networks,
                check(texts(node.path("Config").path("Healthcheck").path("Test"))));
    }

    /** The first word says what the others are. */
    private static List<String> check(List<String> test) {
        String kind = test.isEmpty() ? "NONE" : test.get(0);
        List<String> words = test.isEmpty() ? test : test.subList(1, test.size());
        return switch (kind) {
            case "CMD" -> words;
            case "CMD-SHELL" -> List.of("/bin/sh", "-c", String.join(" ", words));
            default -> List.of();
        };
    }

    /** Podman has more words for less: docker's are the ones that are decided by. */
    private static String status(String word) {
        return switch (word) {
            case "configured", "initialized" -> "created";
            case "stopped" -> "exited";
            default -> word;
        };
    }

    /** Podman leaves the kind of digest out. */
    private static String imageId(JsonNode id) {
        String text = id.asText();
        return text.matches("[0-9a-f]{64}") ? "sha256:" + text : text;
    }

    private static Map<Integer, Integer> ports(JsonNode bindings) {
        Map<Integer, Integer> result = new LinkedHashMap<>();
        bindings.properties()
                .forEach(
                        entry -> {
                            String inside = entry.getKey().replaceFirst("/.*", "");
                            String outside = entry.getValue().path(0).path("HostPort").asText();
                            if (!outside.isEmpty()) {
                                result.put(Integer.valueOf(inside), Integer.valueOf(outside));
                            }
                        });
        return result;
    }

    private static Map<String, String> map(JsonNode object) {
        Map<String, String> result = new LinkedHashMap<>();
        object.properties().forEach(e -> result.put(e.getKey(), e.getValue().asText()));
        return result;
    }

    private static List<String> texts(JsonNode array) {
        List<String> result = new ArrayList<>();
        array.forEach(n -> result.add(n.asText()));
        return result;
    }
}
