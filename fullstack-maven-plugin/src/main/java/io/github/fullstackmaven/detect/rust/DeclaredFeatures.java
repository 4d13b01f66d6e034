package io.github.fullstackmaven.detect.rust;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.tomlj.TomlTable;

/** The features with which a package declares its dependencies, its own and the workspace's. */
final class DeclaredFeatures {
    private static final List<String> SECTIONS = List.of("dependencies", "build-dependencies");

    private final CargoPackage crate;
    private final TomlTable workspace;

    DeclaredFeatures(CargoPackage crate, TomlTable workspace) {
        this.crate = crate;
        this.workspace = workspace;
    }

    /** Returns true when the package declares a dependency as a row of the table says. */
    boolean hold(JsonNode row) {
        String name = row.path("name").asText();
        boolean declared =
                SECTIONS.stream()
                        .anyMatch(section -> crate.manifest().get(List.of(section, name)) != null);
        if (!declared) {
            return false;
        }
        Set<String> features = of(name);
        Set<String> with = texts(row.path("with"));
        Set<String> unless = texts(row.path("unless"));
        return (with.isEmpty() || with.stream().anyMatch(features::contains))
                && unless.stream().noneMatch(features::contains);
    }

    private Set<String> of(String name) {
        Set<String> features = new HashSet<>();
        for (String section : SECTIONS) {
            add(crate.manifest().get(List.of(section, name)), features);
        }
        add(workspace.get(List.of("workspace", "dependencies", name)), features);
        return features;
    }

    private static void add(Object dependency, Set<String> features) {
        if (dependency instanceof TomlTable table) {
            features.addAll(CargoTargets.texts(table.get("features")));
        }
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).forEach(texts::add);
        return texts;
    }
}
