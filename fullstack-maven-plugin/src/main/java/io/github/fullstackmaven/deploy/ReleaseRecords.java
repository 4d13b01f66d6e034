package io.github.fullstackmaven.deploy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fullstackmaven.engine.ContainerSpec;

/**
 * What it takes to make the unit of a release again. Holds the values of variables, so it lives in
 * the edge's volume alone, readable by the edge's user.
 */
final class ReleaseRecords {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReleaseRecords() {}

    static String text(Target target, String release) {
        ContainerSpec unit = Specs.unit(target, release, target.model());
        ObjectNode node = JSON.createObjectNode();
        node.put("schema", 1);
        node.put("release", release);
        node.put("image", target.imageId());
        node.put("model", target.model());
        node.put("user", unit.user());
        ObjectNode variables = node.putObject("variables");
        unit.environment().forEach(variables::put);
        ArrayNode volumes = node.putArray("volumes");
        unit.volumes()
                .forEach(
                        v ->
                                volumes.addObject()
                                        .put("source", v.source())
                                        .put("target", v.target())
                                        .put("readOnly", v.readOnly()));
        unit.memory().ifPresent(m -> node.put("memory", m));
        unit.cpus().ifPresent(c -> node.put("cpus", c));
        return node + "\n";
    }
}
