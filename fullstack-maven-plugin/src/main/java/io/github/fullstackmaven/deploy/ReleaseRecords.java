package io.github.fullstackmaven.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What it takes to make the unit of a release again. Holds the values of variables, so it lives in
 * the edge's volume alone, readable by the edge's user. A release has a record once it is live.
 */
final class ReleaseRecords {
    private static final int SCHEMA = 2;
    private static final JsonMapper JSON = RecordJson.mapper();

    private ReleaseRecords() {}

    /**
     * A record that was read.
     *
     * @param previous the release that was live when this one was made; empty for none
     * @param blueprint what it is made of
     */
    record Past(String previous, Blueprint blueprint) {}

    /** Returns a record's text; the edge's own programs read what stands before the blueprint. */
    static String text(String release, String previous, Blueprint blueprint) {
        ObjectNode node = JSON.createObjectNode();
        node.put("schema", SCHEMA);
        node.put("release", release);
        node.put("image", String.join(" ", blueprint.imageIds()));
        node.put("previous", previous);
        node.set("blueprint", JSON.valueToTree(blueprint));
        return node + "\n";
    }

    /** Reads a record; absent when it is none, or one of a version that says less. */
    static Optional<Past> read(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node == null || node.path("schema").asInt() < SCHEMA) {
                return Optional.empty();
            }
            Blueprint blueprint = JSON.treeToValue(node.path("blueprint"), Blueprint.class);
            return Optional.of(new Past(node.path("previous").asText(), blueprint));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
