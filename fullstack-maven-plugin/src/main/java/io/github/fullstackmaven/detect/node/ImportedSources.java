package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file and all that it takes in by relative imports, never more than a bounded part of it.
 *
 * @param files path to text, the first file first
 * @param packages what they import that is none of them: packages, and what Node.js has itself
 */
record ImportedSources(Map<String, String> files, Set<String> packages) {
    private static final int LONGEST = 400_000;
    private static final int MOST_FILES = 300;

    private static final Pattern IMPORT =
            Pattern.compile(
                    "(?:\\bfrom|\\bimport|\\brequire)\\s*\\(?\\s*[\"'`]([^\"'`\\s]+)[\"'`]");

    /** The compiler takes it out. */
    private static final Pattern TYPES =
            Pattern.compile("\\bimport\\s+type\\b[^\"';]*[\"'][^\"']*[\"']");

    private static final Pattern PACKAGE = Pattern.compile("(?:@[\\w.-]+/)?[\\w:.-]+");
    private static final Pattern LITERAL = Pattern.compile("[\"'`]([^\"'`\\n]{1,200})[\"'`]");
    private static final List<String> ENDINGS =
            List.of("", ".js", ".ts", ".mjs", ".mts", ".cjs", ".cts", ".tsx", ".jsx");

    ImportedSources {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
        packages = Collections.unmodifiableSet(new TreeSet<>(packages));
    }

    /** Returns what a file of the repository takes in; empty when it is not there. */
    static Optional<ImportedSources> of(Tree tree, String first) {
        Map<String, String> files = new LinkedHashMap<>();
        Set<String> packages = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty() && files.size() < MOST_FILES) {
            String path = open.poll();
            Optional<String> text =
                    files.containsKey(path)
                            ? Optional.empty()
                            : tree.read(path).filter(read -> read.length() <= LONGEST);
            if (text.isPresent()) {
                files.put(path, text.get());
                Matcher found = IMPORT.matcher(TYPES.matcher(text.get()).replaceAll(""));
                while (found.find()) {
                    String name = found.group(1);
                    if (name.startsWith(".")) {
                        file(tree, RepositoryPath.parent(path), name).ifPresent(open::add);
                    } else {
                        packageOf(name).ifPresent(packages::add);
                    }
                }
            }
        }
        return files.isEmpty()
                ? Optional.empty()
                : Optional.of(new ImportedSources(files, packages));
    }

    private static Optional<String> packageOf(String name) {
        Matcher begin = PACKAGE.matcher(name);
        return begin.lookingAt() ? Optional.of(begin.group()) : Optional.empty();
    }

    /** TypeScript names the file that will be there once it is compiled. */
    private static Optional<String> file(Tree tree, String directory, String name) {
        Optional<String> path = RepositoryPath.resolve(directory, name);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        String bare = path.get().replaceFirst("\\.[cm]?jsx?$", "");
        for (String base : List.of(path.get(), bare, path.get() + "/index")) {
            for (String ending : ENDINGS) {
                if (tree.isFile(base + ending)) {
                    return Optional.of(base + ending);
                }
            }
        }
        return Optional.empty();
    }

    /** Returns true when one of the files has this in it. */
    boolean have(Pattern pattern) {
        return files.values().stream().anyMatch(text -> pattern.matcher(text).find());
    }

    /** Returns true when a text in one of the files has the last part of a path as a part. */
    boolean name(String path) {
        String last = RepositoryPath.name(path);
        return files.values().stream()
                .anyMatch(
                        text ->
                                LITERAL.matcher(text)
                                        .results()
                                        .anyMatch(
                                                literal ->
                                                        Arrays.asList(literal.group(1).split("/"))
                                                                .contains(last)));
    }
}
