package io.github.fullstackmaven.detect.python;

import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** The members of a uv workspace. */
final class UvWorkspace {
    private UvWorkspace() {}

    /** Returns the directories of the members, sorted by pattern, then by name. */
    static List<String> members(PythonProject root) {
        Set<String> members = new LinkedHashSet<>();
        Set<String> excluded = new LinkedHashSet<>();
        Optional<TomlTable> table = root.table("tool", "uv", "workspace");
        table.ifPresent(t -> collect(root, t, "members", members));
        table.ifPresent(t -> collect(root, t, "exclude", excluded));
        members.removeAll(excluded);
        return List.copyOf(members);
    }

    private static void collect(
            PythonProject root, TomlTable table, String key, Set<String> directories) {
        if (table.get(key) instanceof TomlArray patterns) {
            for (Object pattern : patterns.toList()) {
                if (pattern instanceof String text) {
                    directories.addAll(matching(root, text));
                }
            }
        }
    }

    /** A {@code *} stands for the directories of one level, which is what workspaces use. */
    private static List<String> matching(PythonProject root, String pattern) {
        Tree tree = root.manifests().tree();
        List<String> found = new ArrayList<>(List.of(root.directory()));
        for (String part : pattern.split("/")) {
            List<String> next = new ArrayList<>();
            for (String directory : found) {
                if (part.contains("*")) {
                    String start = part.substring(0, part.indexOf('*'));
                    String end = part.substring(part.lastIndexOf('*') + 1);
                    tree.directories(directory).stream()
                            .filter(name -> name.startsWith(start) && name.endsWith(end))
                            .forEach(name -> next.add(RepositoryPath.join(directory, name)));
                } else {
                    RepositoryPath.resolve(directory, part).ifPresent(next::add);
                }
            }
            found = next;
        }
        return found.stream()
                .filter(directory -> tree.isFile(RepositoryPath.join(directory, "pyproject.toml")))
                .toList();
    }
}
