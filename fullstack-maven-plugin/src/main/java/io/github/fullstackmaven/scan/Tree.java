package io.github.fullstackmaven.scan;

import io.github.fullstackmaven.model.Finding;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A repository, read only. Paths are relative to its root, with {@code /}, and {@code .} for the
 * root itself.
 */
public interface Tree {
    /** Returns a text file's content; empty when there is no such file. */
    Optional<String> read(String path);

    /** Returns true when there is such a file. */
    boolean isFile(String path);

    /** Returns true when there is such a directory. */
    boolean isDirectory(String path);

    /** Returns the names of a directory's files, sorted; empty when there is no such directory. */
    List<String> files(String directory);

    /** Returns the names of a directory's files that are wanted, without a look at the others. */
    default List<String> files(String directory, Predicate<String> wanted) {
        return files(directory).stream().filter(wanted).toList();
    }

    /** Returns the names of a directory's directories that may be walked into, sorted. */
    List<String> directories(String directory);

    /** Returns what could not be read of all that was asked for, and counts as absent. */
    default List<Finding> findings() {
        return List.of();
    }
}
