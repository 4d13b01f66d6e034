package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.detect.source.JsLexer;
import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.List;
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

    static JsSources of(Tree tree, String directory) {
        JsSources sources = new JsSources();
        sources.collect(tree, directory, DEPTH);
        return sources;
    }

    /** Returns these and, after them, those of other directories. */
    JsSources and(Tree tree, List<String> directories) {
        directories.forEach(directory -> collect(tree, directory, DEPTH));
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
            if (!TESTS.contains(child)) {
                collect(tree, RepositoryPath.join(directory, child), depth - 1);
            }
        }
    }
}
