package io.github.fullstackmaven.detect.evidence;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.scan.Tree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;
import org.w3c.dom.Element;
import org.xml.sax.SAXParseException;

/**
 * The manifests of a repository, each parsed once. One that does not parse is as good as absent and
 * leaves a finding.
 */
public final class Manifests {
    /** What the JSON parser adds to its messages, which is of no use to anybody. */
    private static final Pattern PARSER_NOISE = Pattern.compile(" \\(start marker at .*\\)$");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private final Tree tree;
    private final Map<String, Optional<JsonNode>> json = new HashMap<>();
    private final Map<String, Optional<TomlTable>> toml = new HashMap<>();
    private final Map<String, Optional<JsonNode>> yaml = new HashMap<>();
    private final Map<String, Optional<Element>> xml = new HashMap<>();
    private final Map<String, Finding> broken = new TreeMap<>();

    public Manifests(Tree tree) {
        this.tree = tree;
    }

    /** Returns the repository. */
    public Tree tree() {
        return tree;
    }

    /** Returns a JSON file's root object; empty when it is absent or broken. */
    public Optional<JsonNode> json(String path) {
        return json.computeIfAbsent(path, this::parseJson);
    }

    /** Returns a TOML file's root table; empty when it is absent or broken. */
    public Optional<TomlTable> toml(String path) {
        return toml.computeIfAbsent(path, this::parseToml);
    }

    /** Returns a YAML file's root mapping; empty when it is absent, broken or something else. */
    public Optional<JsonNode> yaml(String path) {
        return yaml.computeIfAbsent(path, this::parseYaml);
    }

    /** Returns an XML file's root element; empty when it is absent or broken. */
    public Optional<Element> xml(String path) {
        return xml.computeIfAbsent(path, this::parseXml);
    }

    /** Returns what is wrong with files that were asked for and did not parse, by path. */
    public Map<String, Finding> broken() {
        return Map.copyOf(broken);
    }

    private Optional<JsonNode> parseJson(String path) {
        Optional<String> text = tree.read(path);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            JsonNode root = JSON.readTree(text.get());
            if (root.isObject()) {
                return Optional.of(root);
            }
            report(path, "JSON", 1, 1, "no object at the top");
        } catch (JsonProcessingException error) {
            JsonLocation place = error.getLocation();
            report(
                    path,
                    "JSON",
                    place == null ? 1 : place.getLineNr(),
                    place == null ? 1 : place.getColumnNr(),
                    error.getOriginalMessage());
        }
        return Optional.empty();
    }

    private Optional<TomlTable> parseToml(String path) {
        Optional<String> text = tree.read(path);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt tooDeep = Nesting.tooDeep(text.get());
        if (tooDeep.isPresent()) {
            report(path, "TOML", tooDeep.getAsInt(), 1, "brackets within brackets without end");
            return Optional.empty();
        }
        TomlParseResult result = Toml.parse(text.get());
        List<TomlParseError> errors = result.errors();
        if (errors.isEmpty()) {
            return Optional.of(new LenientTable(result));
        }
        TomlParseError first = errors.get(0);
        report(
                path,
                "TOML",
                first.position().line(),
                first.position().column(),
                first.getMessage());
        return Optional.empty();
    }

    private Optional<JsonNode> parseYaml(String path) {
        Optional<String> text = tree.read(path);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Yaml.parse(text.get())).filter(JsonNode::isObject);
        } catch (Yaml.Broken broken) {
            report(path, "YAML", broken.line(), broken.column(), broken.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Element> parseXml(String path) {
        Optional<String> text = tree.read(path);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Xml.parse(text.get()));
        } catch (SAXParseException broken) {
            report(
                    path,
                    "XML",
                    broken.getLineNumber(),
                    broken.getColumnNumber(),
                    broken.getMessage());
            return Optional.empty();
        }
    }

    private void report(String path, String format, int line, int column, String message) {
        String said = message == null ? "" : message.lines().findFirst().orElse("");
        String reason = said.isEmpty() ? "" : ": " + PARSER_NOISE.matcher(said).replaceAll("");
        broken.put(
                path,
                Finding.error(
                                "FS-DETECT-001",
                                "column " + column + ": not valid " + format + reason,
                                "correct the file")
                        .at(path, line));
    }
}
