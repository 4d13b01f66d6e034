package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.detect.source.JsLexer;
import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The sources of a project, read once and never more than a bounded part of them. */
final class JsSources {
    private static final int LONGEST = 400_000;
    private static final int DEPTH = 8;
    private static final int MOST_FILES = 1_500;
    private static final long MOST_TEXT = 12_000_000;

    private static final Pattern SOURCE =
            Pattern.compile(".*\\.(?:[cm]?[jt]sx?|vue|svelte|astro)|www");
    private static final Pattern TEST =
            Pattern.compile(".*(?:\\.d\\.[cm]?ts|\\.(?:test|spec|stories|e2e|min)\\..*)");
    private static final Set<String> TESTS =
            Set.of("test", "tests", "__tests__", "__mocks__", "e2e", "cypress", "spec", "scripts");

    private final List<Source> files = new ArrayList<>();
    private final Deque<String> packages = new ArrayDeque<>();
    private final Set<String> apart = new HashSet<>();
    private long left = MOST_TEXT;

    /** One file, by its path in the repository; taken apart when it is first asked for. */
    static final class Source {
        private final String path;
        private final String text;
        private List<Token> tokens;

        Source(String path, String text) {
            this.path = path;
            this.text = text;
        }

        String path() {
            return path;
        }

        String text() {
            return text;
        }

        List<Token> tokens() {
            if (tokens == null) {
                tokens = JsLexer.tokens(text);
            }
            return tokens;
        }

        String at(Token token) {
            return path + ":" + token.line();
        }
    }

    private JsSources() {}

    /** What lies in a package of its own comes after all that does not. */
    static JsSources of(Tree tree, String directory) {
        JsSources sources = new JsSources();
        sources.collect(tree, directory, DEPTH);
        int own = sources.files.size();
        while (!sources.packages.isEmpty()) {
            sources.collect(tree, sources.packages.poll(), DEPTH);
        }
        sources.files.stream().skip(own).map(Source::path).forEach(sources.apart::add);
        return sources;
    }

    /** Returns those files alone: path to text. */
    static JsSources of(Map<String, String> files) {
        JsSources sources = new JsSources();
        files.forEach((path, text) -> sources.files.add(new Source(path, text)));
        return sources;
    }

    /** Returns these files, path to text, and then those of the others that are none of them. */
    JsSources after(Map<String, String> first) {
        JsSources sources = of(first);
        files.stream().filter(file -> !first.containsKey(file.path())).forEach(sources.files::add);
        sources.apart.addAll(apart);
        sources.apart.removeAll(first.keySet());
        return sources;
    }

    /** Returns those that lie in no package of their own below. */
    JsSources own() {
        JsSources sources = new JsSources();
        files.stream().filter(file -> !apart.contains(file.path())).forEach(sources.files::add);
        return sources;
    }

    /** Returns these and, after them, those of other directories. */
    JsSources and(Tree tree, List<String> directories) {
        directories.forEach(directory -> collect(tree, directory, DEPTH));
        packages.clear();
        return this;
    }

    List<Source> files() {
        return List.copyOf(files);
    }

    /** Returns those that have one of these texts in them, however it is meant. */
    List<Source> having(String... texts) {
        return files.stream()
                .filter(file -> List.of(texts).stream().anyMatch(file.text()::contains))
                .toList();
    }

    private void collect(Tree tree, String directory, int depth) {
        for (String file : tree.files(directory)) {
            if (files.size() >= MOST_FILES || left <= 0) {
                return;
            }
            if (SOURCE.matcher(file).matches() && !TEST.matcher(file).matches()) {
                String path = RepositoryPath.join(directory, file);
                tree.read(path)
                        .filter(text -> text.length() <= LONGEST)
                        .ifPresent(
                                text -> {
                                    left -= text.length();
                                    files.add(new Source(path, text));
                                });
            }
        }
        for (String child : depth > 0 ? tree.directories(directory) : List.<String>of()) {
            String path = RepositoryPath.join(directory, child);
            if (TESTS.contains(child)) {
                continue;
            }
            if (tree.isFile(RepositoryPath.join(path, "package.json"))) {
                packages.add(path);
            } else {
                collect(tree, path, depth - 1);
            }
        }
    }
}
