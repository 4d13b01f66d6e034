package io.github.fullstackmaven.detect.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads the first document of a YAML file as JSON; what YAML has beyond that becomes text. */
final class Yaml {
    /** A file that is not YAML, with the place. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;
        private final int line;
        private final int column;

        Broken(String message, Optional<Mark> place) {
            super(message);
            this.line = place.map(mark -> mark.getLine() + 1).orElse(1);
            this.column = place.map(mark -> mark.getColumn() + 1).orElse(1);
        }

        int line() {
            return line;
        }

        int column() {
            return column;
        }
    }

    /** What aliases may multiply a file to; no manifest comes near. */
    private static final int NODES = 500_000;

    private int nodes;

    private Yaml() {}

    static JsonNode parse(String text) throws Broken {
        if (Nesting.tooDeep(text).isPresent()) {
            throw new Broken("brackets within brackets without end", Optional.empty());
        }
        LoadSettings settings =
                LoadSettings.builder()
                        .setAllowDuplicateKeys(true)
                        .setCodePointLimit(Integer.MAX_VALUE)
                        .build();
        try {
            for (Object document : new Load(settings).loadAllFromString(text)) {
                return new Yaml().node(document, 0);
            }
            return JsonNodeFactory.instance.missingNode();
        } catch (MarkedYamlEngineException error) {
            throw new Broken(error.getProblem(), error.getProblemMark());
        } catch (YamlEngineException error) {
            throw new Broken(error.getMessage(), Optional.empty());
        }
    }

    private JsonNode node(Object value, int depth) throws Broken {
        if (depth > Nesting.LIMIT || ++nodes > NODES) {
            throw new Broken("aliases within aliases without end", Optional.empty());
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                object.set(String.valueOf(entry.getKey()), node(entry.getValue(), depth + 1));
            }
            return object;
        }
        if (value instanceof List<?> list) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (Object element : list) {
                array.add(node(element, depth + 1));
            }
            return array;
        }
        if (value instanceof Boolean flag) {
            return JsonNodeFactory.instance.booleanNode(flag);
        }
        if (value instanceof Integer number) {
            return JsonNodeFactory.instance.numberNode(number);
        }
        return value == null
                ? JsonNodeFactory.instance.nullNode()
                : JsonNodeFactory.instance.textNode(value.toString());
    }
}
