package io.github.fullstackmaven.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The files of the repository that an image build can see, by the same list that the builder reads
 * ({@code Dockerfile.dockerignore}): of the rules that match a path or a directory above it, the
 * last one holds.
 */
final class ContextFiles {
    private final List<Rule> rules;

    private ContextFiles(List<Rule> rules) {
        this.rules = rules;
    }

    private record Rule(String pattern, Pattern regex, boolean exception) {
        static Rule of(String line) {
            boolean exception = line.startsWith("!");
            String pattern =
                    (exception ? line.substring(1) : line).replaceAll("^(?:\\./|/)+|/+$", "");
            StringBuilder regex = new StringBuilder();
            for (int i = 0; i < pattern.length(); i++) {
                if (pattern.startsWith("**/", i)) {
                    regex.append("(?:.*/)?");
                    i += 2;
                } else if (pattern.charAt(i) == '*') {
                    regex.append("[^/]*");
                } else {
                    regex.append(Pattern.quote(pattern.substring(i, i + 1)));
                }
            }
            return new Rule(pattern, Pattern.compile(regex + "(?:/.*)?"), exception);
        }
    }

    /** Reads the rules of an ignore file. */
    static ContextFiles by(String ignoreFile) {
        return new ContextFiles(
                ignoreFile
                        .lines()
                        .map(String::strip)
                        .filter(l -> !l.isEmpty() && !l.startsWith("#"))
                        .map(Rule::of)
                        .toList());
    }

    /**
     * Returns the files that the builder sees, by their path in the repository, except what is
     * below a directory.
     */
    SortedMap<String, Path> in(Path root, Path except) {
        SortedMap<String, Path> found = new TreeMap<>();
        try {
            Files.walkFileTree(
                    root,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(
                                Path directory, BasicFileAttributes attributes) {
                            String path = relative(root, directory);
                            boolean skipped =
                                    directory.equals(except)
                                            || (!path.isEmpty()
                                                    && !sees(path)
                                                    && !mayHoldExceptions(path));
                            return skipped
                                    ? FileVisitResult.SKIP_SUBTREE
                                    : FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(
                                Path file, BasicFileAttributes attributes) {
                            String path = relative(root, file);
                            if (attributes.isRegularFile() && sees(path)) {
                                found.put(path, file);
                            }
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Returns true when a path is part of the context. */
    boolean sees(String path) {
        boolean seen = true;
        for (Rule rule : rules) {
            if (rule.regex().matcher(path).matches()) {
                seen = rule.exception();
            }
        }
        return seen;
    }

    private boolean mayHoldExceptions(String directory) {
        return rules.stream()
                .anyMatch(r -> r.exception() && r.pattern().startsWith(directory + "/"));
    }

    private static String relative(Path root, Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }
}
