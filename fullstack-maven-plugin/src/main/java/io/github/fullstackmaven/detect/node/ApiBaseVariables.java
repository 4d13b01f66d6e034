package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.detect.source.JsLexer;
import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.detect.source.Tokens;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds the build variables from which a front end takes the base of its calls. */
final class ApiBaseVariables {
    private static final int LONGEST = 400_000;
    private static final Pattern SOURCE = Pattern.compile(".*\\.(?:[cm]?[jt]sx?|vue|svelte)");
    private static final Pattern NAME =
            Pattern.compile("VITE_(?:\\w*_)?(?:API|BACKEND|SERVER)(?:_\\w*)?");
    private static final Pattern NO_BASE =
            Pattern.compile("\\w*(?:KEY|TOKEN|SECRET|VERSION|TIMEOUT|ENABLED|MODE)\\w*");

    private ApiBaseVariables() {}

    /** Returns the names, sorted. */
    static List<String> in(Tree tree, String directory) {
        Set<String> names = new TreeSet<>();
        collect(tree, directory, 12, names);
        return List.copyOf(names);
    }

    private static void collect(Tree tree, String directory, int depth, Set<String> names) {
        for (String file : tree.files(directory)) {
            if (SOURCE.matcher(file).matches() && !file.endsWith(".d.ts")) {
                tree.read(RepositoryPath.join(directory, file))
                        .filter(text -> text.length() <= LONGEST && text.contains("VITE_"))
                        .ifPresent(text -> read(text, names));
            }
        }
        for (String child : depth > 0 ? tree.directories(directory) : List.<String>of()) {
            collect(tree, RepositoryPath.join(directory, child), depth - 1, names);
        }
    }

    private static void read(String text, Set<String> names) {
        List<Token> tokens = JsLexer.tokens(text);
        for (int i = 4; i < tokens.size(); i++) {
            String name = tokens.get(i).text();
            boolean used =
                    Tokens.matches(tokens, i - 4, "meta", ".", "env", ".")
                            || Tokens.matches(tokens, i - 4, "meta", ".", "env", "[");
            if (used && NAME.matcher(name).matches() && !NO_BASE.matcher(name).matches()) {
                names.add(name);
            }
        }
    }
}
