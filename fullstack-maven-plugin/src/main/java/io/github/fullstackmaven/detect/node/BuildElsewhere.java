package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a script that builds another project from one that builds its own: {@code npm install &&
 * npm run build --prefix frontend}, {@code cd client && npm ci && npm run build}. The other project
 * is built as the service that it is.
 */
final class BuildElsewhere {
    private static final Pattern DIRECTED =
            Pattern.compile("(?:npm|pnpm|yarn|bun)\\b.*\\s(?:--prefix|--dir|--cwd|-C)[ =](\\S+).*");
    private static final Pattern CHANGE = Pattern.compile("cd\\s+(\\S+)");
    private static final Pattern INSTALL =
            Pattern.compile("(?:(?:npm|pnpm|yarn|bun)\\s+(?:install|i|ci)\\b.*|yarn)");

    private final Tree tree;
    private final String directory;

    BuildElsewhere(Tree tree, String directory) {
        this.tree = tree;
        this.directory = directory;
    }

    /** Returns true when all that a script does is done for projects in other directories. */
    boolean is(String script) {
        String at = directory;
        boolean elsewhere = false;
        for (String part : script.split("&&|;")) {
            String command = part.strip();
            Matcher change = CHANGE.matcher(command);
            Matcher directed = DIRECTED.matcher(command);
            if (change.matches()) {
                Optional<String> next = RepositoryPath.resolve(at, change.group(1));
                if (next.isEmpty()) {
                    return false;
                }
                at = next.get();
            } else if (directed.matches()
                    && isOther(RepositoryPath.resolve(at, directed.group(1)))) {
                elsewhere = true;
            } else if (isOther(Optional.of(at))) {
                elsewhere = true;
            } else if (!INSTALL.matcher(command).matches()) {
                return false;
            }
        }
        return elsewhere;
    }

    private boolean isOther(Optional<String> project) {
        return project.filter(path -> !path.equals(directory))
                .filter(path -> tree.isFile(RepositoryPath.join(path, "package.json")))
                .isPresent();
    }
}
