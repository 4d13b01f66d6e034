package io.github.fullstackmaven.stages;

import java.util.List;
import java.util.Optional;

/** How one service is built; one implementation an ecosystem. */
interface ServiceStages {
    /**
     * Returns the stages. The last of them that {@link Part#stage()} names leaves in {@code /out}
     * what the service is made of: pages, or the content of a process's home.
     */
    List<Stage> stages();

    /** Returns what the image needs in which the result runs. */
    Needs needs();

    /** Returns the stage in whose image the service runs, where that is an image of its own. */
    default Optional<String> ground() {
        return Optional.empty();
    }
}
