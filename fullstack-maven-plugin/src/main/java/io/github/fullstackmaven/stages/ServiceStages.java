package io.github.fullstackmaven.stages;

import io.github.fullstackmaven.model.Service;
import java.util.List;
import java.util.Map;
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

    /** Returns those of the service that a process is a part of. */
    static ServiceStages of(Service process, Map<Service, ServiceStages> services) {
        return services.entrySet().stream()
                .filter(e -> e.getKey().name().equals(process.partOf().orElse(process.name())))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    /** Returns the stage in whose image the service runs, where that is an image of its own. */
    default Optional<String> ground() {
        return Optional.empty();
    }
}
