package io.github.fullstackmaven.scan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A repository in memory. */
public final class MemoryTree implements Tree {
    private final Map<String, String> files = new TreeMap<>();

    /** Adds a file, or replaces it. */
    public MemoryTree with(String path, String text) {
        files.put(path, text);
        return this;
    }

    /** Removes a file. */
    public MemoryTree without(String path) {
        files.remove(path);
        return this;
    }

    @Override
    public Optional<String> read(String path) {
        return Optional.ofNullable(files.get(path));
    }

    @Override
    public boolean isFile(String path) {
        return files.containsKey(path);
    }

    @Override
    public boolean isDirectory(String path) {
        return path.equals(".") || files.keySet().stream().anyMatch(f -> f.startsWith(path + "/"));
    }

    @Override
    public List<String> files(String directory) {
        return below(directory).stream().filter(rest -> !rest.contains("/")).toList();
    }

    @Override
    public List<String> directories(String directory) {
        return below(directory).stream()
                .filter(rest -> rest.contains("/"))
                .map(rest -> rest.substring(0, rest.indexOf('/')))
                .distinct()
                .filter(name -> !SkippedDirectories.isSkipped(name))
                .toList();
    }

    private List<String> below(String directory) {
        String prefix = directory.equals(".") ? "" : directory + "/";
        return files.keySet().stream()
                .filter(file -> file.startsWith(prefix))
                .map(file -> file.substring(prefix.length()))
                .toList();
    }
}
