package io.github.fullstackmaven.detect.rust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.model.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** Tells from a lock file whether a static binary needs a C library that is not at hand. */
final class NativeLibraries {
    private static final String FILE = "/META-INF/fullstack/rust-native.json";

    private NativeLibraries() {}

    /** Returns a warning for every such library. */
    static List<Finding> missing(Manifests manifests, String lock) {
        Map<String, List<String>> locked =
                manifests.toml(lock).map(NativeLibraries::packages).orElse(Map.of());
        List<Finding> findings = new ArrayList<>();
        for (JsonNode crate : table().path("crates")) {
            List<String> own = locked.get(crate.path("name").asText());
            if (own == null) {
                continue;
            }
            String source = crate.path("bundledBy").asText("");
            boolean built = source.equals("cc") ? own.contains("cc") : locked.containsKey(source);
            if (!built) {
                findings.add(
                        Finding.warning(
                                        "FS-RUST-007",
                                        crate.path("name").asText()
                                                + " needs the library "
                                                + crate.path("library").asText()
                                                + ", which the image that builds a static binary"
                                                + " does not have",
                                        crate.path("remedy").asText()
                                                + ", or set an image for the role rust in"
                                                + " fullstack.baseImages")
                                .at(lock));
            }
        }
        return findings;
    }

    private static Map<String, List<String>> packages(TomlTable lock) {
        Map<String, List<String>> packages = new HashMap<>();
        TomlArray entries = lock.get("package") instanceof TomlArray array ? array : null;
        for (int i = 0; entries != null && i < entries.size(); i++) {
            if (entries.get(i) instanceof TomlTable entry
                    && entry.get("name") instanceof String name) {
                List<String> needs =
                        CargoTargets.texts(entry.get("dependencies")).stream()
                                .map(text -> text.split(" ")[0])
                                .toList();
                packages.put(name, needs);
            }
        }
        return packages;
    }

    private static JsonNode table() {
        try (InputStream file = NativeLibraries.class.getResourceAsStream(FILE)) {
            return JsonMapper.builder().build().readTree(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(FILE, broken);
        }
    }
}
