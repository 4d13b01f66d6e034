package io.github.fullstackmaven.stages;

import java.util.ArrayList;
import java.util.List;

/**
 * A generated program that keeps something of a build for the next one, in a cache of its own.
 *
 * @param file the program
 * @param part of which it keeps something
 */
record KeepingProgram(String file, Part part) {

    /** Returns where the cache is. */
    String kept() {
        return "/var/cache/" + file;
    }

    /** Returns the step that brings the program. */
    Step step() {
        return Step.Copy.of(List.of(part.generated().file(file)), "/usr/local/bin/")
                .withMode("0755");
    }

    /**
     * Returns the caches of a step that calls it. It looks at what it finds, so that two
     * repositories of one name may share.
     */
    List<CacheMount> and(List<CacheMount> others) {
        List<CacheMount> caches = new ArrayList<>(others);
        String id = file + "-" + part.application().name() + "-" + part.service().name();
        caches.add(new CacheMount(id, kept()));
        return caches;
    }
}
