package io.github.fullstackmaven.scan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Arithmetic on paths inside a {@link Tree}: with {@code /}, and {@code .} for the root. */
public final class RepositoryPath {
    /** The root of the repository. */
    public static final String ROOT = ".";

    private RepositoryPath() {}

    /**
     * Returns a path below a directory, with {@code .} and {@code ..} resolved; empty when it
     * leaves the repository.
     */
    public static Optional<String> resolve(String directory, String path) {
        return normal(directory + "/" + path.replace('\\', '/'));
    }

    /**
     * Returns a path with {@code .} and {@code ..} resolved; empty when it leaves the repository.
     */
    static Optional<String> normal(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return Optional.of(parts.isEmpty() ? ROOT : String.join("/", parts));
    }

    /** Returns the path of a file or directory by its name in a directory. */
    public static String join(String directory, String name) {
        return directory.equals(ROOT) ? name : directory + "/" + name;
    }

    /** Returns the directory that a path lies in; the root lies in itself. */
    public static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? ROOT : path.substring(0, slash);
    }

    /** Returns the last part of a path. */
    public static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Returns true when a path is a directory or lies below it. */
    public static boolean isWithin(String path, String directory) {
        return directory.equals(ROOT) || path.equals(directory) || path.startsWith(directory + "/");
    }

    /** Returns the way from a directory to a path, with {@code ..} where it has to go up. */
    public static String relative(String directory, String path) {
        List<String> from = parts(directory);
        List<String> to = parts(path);
        int same = 0;
        while (same < from.size() && same < to.size() && from.get(same).equals(to.get(same))) {
            same++;
        }
        List<String> way = new ArrayList<>();
        for (int i = same; i < from.size(); i++) {
            way.add("..");
        }
        way.addAll(to.subList(same, to.size()));
        return way.isEmpty() ? ROOT : String.join("/", way);
    }

    private static List<String> parts(String path) {
        return path.equals(ROOT) ? List.of() : List.of(path.split("/"));
    }
}
