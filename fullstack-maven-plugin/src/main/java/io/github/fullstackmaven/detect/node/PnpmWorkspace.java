package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** What {@code pnpm-workspace.yaml} says. */
final class PnpmWorkspace {
    static final String FILE = "pnpm-workspace.yaml";

    private PnpmWorkspace() {}

    /** Returns the patterns of the members; none when the file is absent or cannot be read. */
    static List<String> packages(Tree tree, String directory) {
        return tree.read(RepositoryPath.join(directory, FILE))
                .map(PnpmWorkspace::parsed)
                .filter(root -> root.get("packages") instanceof List<?>)
                .map(root -> (List<?>) root.get("packages"))
                .map(list -> list.stream().filter(Objects::nonNull).map(String::valueOf).toList())
                .orElse(List.of());
    }

    private static Map<?, ?> parsed(String text) {
        try {
            Object root = new Load(LoadSettings.builder().build()).loadFromString(text);
            return root instanceof Map<?, ?> map ? map : Map.of();
        } catch (YamlEngineException broken) {
            return Map.of();
        }
    }
}
