package io.github.fullstackmaven.detect.java;

import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sources of a module, and the classes among them that can be started. */
final class MainClasses {
    private static final int FILES = 1500;
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)");
    private static final Pattern JAVA_MAIN =
            Pattern.compile("static\\s+(?:final\\s+)?void\\s+main\\s*\\(");
    private static final Pattern KOTLIN_MAIN =
            Pattern.compile("(?m)^(?:suspend\\s+)?fun\\s+main\\s*\\(");

    private final Tree tree;
    private final String directory;

    /** One source. */
    record Source(String path, String text) {}

    MainClasses(Tree tree, String directory) {
        this.tree = tree;
        this.directory = directory;
    }

    /** Returns true when a class can be started. */
    boolean any() {
        return sources().stream().anyMatch(MainClasses::starts);
    }

    /** Returns the full names of the classes that can be started. */
    List<String> names() {
        return sources().stream().filter(MainClasses::starts).map(MainClasses::name).toList();
    }

    private static boolean starts(Source source) {
        return (source.path().endsWith(".kt") ? KOTLIN_MAIN : JAVA_MAIN)
                .matcher(source.text())
                .find();
    }

    private static String name(Source source) {
        Matcher declared = PACKAGE.matcher(source.text());
        String prefix = declared.find() ? declared.group(1) + "." : "";
        String file = RepositoryPath.name(source.path());
        String stem = file.substring(0, file.lastIndexOf('.'));
        return prefix + stem + (file.endsWith(".kt") ? "Kt" : "");
    }

    /** Returns the sources below {@code src/main}, those of the upper packages first. */
    List<Source> sources() {
        List<Source> sources = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>();
        for (String language : List.of("java", "kotlin")) {
            open.add(RepositoryPath.join(directory, "src/main/" + language));
        }
        while (!open.isEmpty() && sources.size() < FILES) {
            String at = open.poll();
            for (String name : tree.files(at, n -> n.endsWith(".java") || n.endsWith(".kt"))) {
                String path = RepositoryPath.join(at, name);
                tree.read(path).ifPresent(text -> sources.add(new Source(path, text)));
            }
            tree.directories(at).forEach(name -> open.add(RepositoryPath.join(at, name)));
        }
        return sources;
    }
}
