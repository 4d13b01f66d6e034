package io.github.fullstackmaven.model;

import java.util.List;

/**
 * A directory in which a framework keeps what its next build need not do again.
 *
 * @param directory where it is, relative to the service
 * @param renewed what is inside of it that each build has to make anew: what was fetched from
 *     elsewhere may have changed there, and what speaks of files that are not kept is wrong
 * @param compared files inside of it whose time must not count: they look older than every source,
 *     so that whoever reads them compares the sources themselves
 */
public record BuildCache(String directory, List<String> renewed, List<String> compared) {
    public BuildCache {
        renewed = List.copyOf(renewed);
        compared = List.copyOf(compared);
    }

    /** A directory whose files know by themselves whether they still hold. */
    public BuildCache(String directory, List<String> renewed) {
        this(directory, renewed, List.of());
    }
}
