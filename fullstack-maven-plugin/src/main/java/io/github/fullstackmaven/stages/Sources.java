package io.github.fullstackmaven.stages;

/**
 * Where the repository lies inside a build stage: at {@code /src}, with the directories that it
 * has.
 */
final class Sources {
    /** Where a stage leaves what later stages take from it. */
    static final String OUT = "/out";

    private static final String ROOT = "/src";

    private Sources() {}

    /** Returns a directory of the repository inside the stage. */
    static String directory(String path) {
        return path.equals(".") ? ROOT : ROOT + "/" + path;
    }

    /** Returns a directory of the repository as {@code COPY} takes it: its content. */
    static String content(String path) {
        return path.equals(".") ? "." : path + "/";
    }

    /** Returns a file of a directory of the repository. */
    static String file(String path, String name) {
        return path.equals(".") ? name : path + "/" + name;
    }

    /** Returns a directory as seen from one above it. */
    static String below(String above, String path) {
        if (path.equals(above)) {
            return ".";
        }
        return above.equals(".") ? path : path.substring(above.length() + 1);
    }
}
