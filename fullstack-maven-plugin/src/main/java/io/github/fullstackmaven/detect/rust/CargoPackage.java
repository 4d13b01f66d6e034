package io.github.fullstackmaven.detect.rust;

import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tomlj.TomlTable;

/**
 * A package with its manifest.
 *
 * @param directory where it lies in the repository
 * @param manifest the parsed {@code Cargo.toml}
 */
record CargoPackage(String directory, TomlTable manifest) {
    private static final List<String> NORMAL = List.of("dependencies");
    private static final List<String> ALL =
            List.of("dependencies", "build-dependencies", "dev-dependencies");

    /**
     * A dependency as declared.
     *
     * @param name the name of the package it stands for
     * @param path its directory, relative to where {@code base} says
     * @param inherited whether the workspace says what it is
     * @param key the name that it is declared by
     */
    record Dependency(String name, Optional<String> path, boolean inherited, String key) {}

    String name() {
        return text("package.name").orElse(RepositoryPath.name(directory));
    }

    String manifestPath() {
        return RepositoryPath.join(directory, "Cargo.toml");
    }

    Optional<String> text(String key) {
        return manifest.get(key) instanceof String value ? Optional.of(value) : Optional.empty();
    }

    boolean isFalse(String key) {
        return Boolean.FALSE.equals(manifest.get(key));
    }

    /** Returns what the package needs to run, whatever the platform. */
    List<Dependency> dependencies() {
        return dependencies(NORMAL);
    }

    /** Returns what the package needs to run, to be built and to be tested. */
    List<Dependency> allDependencies() {
        return dependencies(ALL);
    }

    private List<Dependency> dependencies(List<String> sections) {
        List<Dependency> found = new ArrayList<>();
        collect(manifest, sections, found);
        TomlTable targets = manifest.getTable(List.of("target"));
        if (targets != null) {
            for (String platform : targets.keySet()) {
                if (targets.get(List.of(platform)) instanceof TomlTable table) {
                    collect(table, sections, found);
                }
            }
        }
        return found;
    }

    private static void collect(TomlTable table, List<String> sections, List<Dependency> found) {
        for (String section : sections) {
            if (table.get(List.of(section)) instanceof TomlTable entries) {
                for (String key : entries.keySet()) {
                    found.add(dependency(key, entries.get(List.of(key))));
                }
            }
        }
    }

    static Dependency dependency(String key, Object value) {
        if (!(value instanceof TomlTable table)) {
            return new Dependency(key, Optional.empty(), false, key);
        }
        String name = table.get("package") instanceof String renamed ? renamed : key;
        Optional<String> path =
                table.get("path") instanceof String text ? Optional.of(text) : Optional.empty();
        return new Dependency(name, path, Boolean.TRUE.equals(table.get("workspace")), key);
    }
}
