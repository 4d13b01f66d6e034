package io.github.fullstackmaven.model;

import java.util.List;

/**
 * A directory in which a framework keeps what its next build need not do again.
 *
 * @param directory where it is, relative to the service
 * @param renewed directories inside of it that each build has to fill anew: what was fetched from
 *     elsewhere may have changed there
 */
public record BuildCache(String directory, List<String> renewed) {
    public BuildCache {
        renewed = List.copyOf(renewed);
    }
}
