package io.github.fullstackmaven.detect.source;

import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/**
 * The files in which version managers keep the versions of all tools: {@code .tool-versions} of
 * asdf and mise, and {@code mise.toml}.
 */
public final class ToolVersions {
    private static final Pattern LINE = Pattern.compile("(?m)^\\s*(\\S+)\\s+(\\S+)");

    private static final List<String> MISE =
            List.of("mise.toml", ".mise.toml", "mise/config.toml", ".config/mise.toml");

    private final Manifests manifests;
    private final String directory;

    private ToolVersions(Manifests manifests, String directory) {
        this.manifests = manifests;
        this.directory = directory;
    }

    /**
     * Returns the version that the files of a directory have for a tool.
     *
     * @param names what the tool may be called there
     */
    public static Optional<Sourced<String>> of(
            Manifests manifests, String directory, String... names) {
        ToolVersions versions = new ToolVersions(manifests, directory);
        return versions.asdf(List.of(names)).or(() -> versions.mise(List.of(names)));
    }

    private Optional<Sourced<String>> asdf(List<String> names) {
        String path = RepositoryPath.join(directory, ".tool-versions");
        Matcher line = LINE.matcher(manifests.tree().read(path).orElse(""));
        while (line.find()) {
            if (names.contains(line.group(1))) {
                return Optional.of(new Sourced<>(line.group(2), path));
            }
        }
        return Optional.empty();
    }

    private Optional<Sourced<String>> mise(List<String> names) {
        return MISE.stream()
                .map(file -> RepositoryPath.join(directory, file))
                .flatMap(path -> names.stream().flatMap(name -> inMise(path, name)))
                .findFirst();
    }

    private Stream<Sourced<String>> inMise(String path, String name) {
        return manifests.toml(path).map(table -> table.get(List.of("tools", name))).stream()
                .flatMap(ToolVersions::version)
                .map(version -> new Sourced<>(version, path));
    }

    /** {@code "22"}, {@code ["22", "20"]}, {@code {version = "22"}}. */
    private static Stream<String> version(Object value) {
        if (value instanceof String text) {
            return Stream.of(text);
        }
        if (value instanceof TomlArray array) {
            return array.isEmpty() ? Stream.of() : version(array.get(0));
        }
        return value instanceof TomlTable table
                ? version(table.get(List.of("version")))
                : Stream.of();
    }
}
