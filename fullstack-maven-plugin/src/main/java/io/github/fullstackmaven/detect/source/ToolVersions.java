package io.github.fullstackmaven.detect.source;

import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file {@code .tool-versions}, in which asdf and mise keep the versions of all tools. */
public final class ToolVersions {
    private static final Pattern LINE = Pattern.compile("(?m)^\\s*(\\S+)\\s+(\\S+)");

    private ToolVersions() {}

    /**
     * Returns the version that the file of a directory has for a tool.
     *
     * @param names what the tool may be called there
     */
    public static Optional<Sourced<String>> of(Tree tree, String directory, String... names) {
        String path = RepositoryPath.join(directory, ".tool-versions");
        Matcher line = LINE.matcher(tree.read(path).orElse(""));
        while (line.find()) {
            if (List.of(names).contains(line.group(1))) {
                return Optional.of(new Sourced<>(line.group(2), path));
            }
        }
        return Optional.empty();
    }
}
