package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.ContainerState;
import io.github.fullstackmaven.engine.ImageState;
import io.github.fullstackmaven.model.Application;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides how an edge gets another image. Pure. */
final class EdgeUpgradePlanner {
    private EdgeUpgradePlanner() {}

    /**
     * Returns what has to be done, in order; empty when the edge is what it would be if it were
     * made now.
     *
     * @param application any application on the edge, with the image that is configured
     * @param container the edge's container; absent where only its volume is there, as after an
     *     upgrade that was cut off
     * @param image the configured image; absent when the engine does not have it
     */
    static List<Operation> plan(
            Application application,
            Optional<ContainerState> container,
            Optional<ImageState> image) {
        String name = Names.edge(application.edge());
        String wanted = Specs.edgeImage(application);
        Optional<String> cause =
                container.isEmpty()
                        ? Optional.of("its container is missing")
                        : EdgeOrigin.outdated(container.get(), wanted, image);
        if (cause.isEmpty()) {
            return List.of();
        }
        List<Operation> operations = new ArrayList<>();
        if (image.isEmpty()) {
            operations.add(new Operation.PullImage(wanted, "the edge is made from it"));
        }
        String lock = Names.edgeLock(application.edge());
        operations.add(new Operation.TakeLock(lock, "nobody changes the edge meanwhile"));
        operations.add(new Operation.TryEdge(name, wanted, "before anything is changed"));
        if (container.isPresent()) {
            operations.add(
                    new Operation.TakeEdgeDown(
                            name, "two cannot have its ports; connections are refused meanwhile"));
        }
        operations.add(new Operation.CreateEdge(name, cause.get()));
        operations.add(new Operation.ReleaseLock(lock, "done"));
        return List.copyOf(operations);
    }
}
