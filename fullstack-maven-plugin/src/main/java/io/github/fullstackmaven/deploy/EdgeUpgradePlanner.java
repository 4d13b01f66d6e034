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
     * @param containers the edge's containers; none where only its volume is there, as after an
     *     upgrade that was cut off
     * @param unsettled what is left of an upgrade that was cut off: putting that in order is all
     *     that is planned then, since nobody knows what there is to do afterwards
     * @param image the configured image; absent when the engine does not have it
     */
    static List<Operation> plan(
            Application application,
            EdgeContainers containers,
            Optional<String> unsettled,
            Optional<ImageState> image) {
        String name = Names.edge(application.edge());
        if (unsettled.isPresent()) {
            return List.of(new EdgeOperation.SettleEdge(name, unsettled.get()));
        }
        Optional<ContainerState> container = containers.edge();
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
            operations.add(new StoreOperation.PullImage(wanted, "the edge is made from it"));
        }
        String lock = Names.edgeLock(application.edge());
        operations.add(new LogbookOperation.TakeLock(lock, "nobody changes the edge meanwhile"));
        operations.add(new EdgeOperation.TryEdge(name, wanted, "before anything is changed"));
        if (containers.canBeJoined()) {
            operations.add(
                    new EdgeOperation.StartNextEdge(
                            Names.nextEdge(application.edge()), cause.get()));
            operations.add(
                    new EdgeOperation.HandOver(name, "it reaches all units that the old one does"));
        } else {
            container
                    .map(EdgeUpgradePlanner::down)
                    .map(why -> new EdgeOperation.TakeEdgeDown(name, why))
                    .ifPresent(operations::add);
            operations.add(
                    new EdgeOperation.CreateEdge(
                            name,
                            containers.httpsPort(application.edge().httpsPort()),
                            cause.get()));
        }
        operations.add(new LogbookOperation.ReleaseLock(lock, "done"));
        return List.copyOf(operations);
    }

    private static String down(ContainerState edge) {
        return edge.isRunning()
                ? "it is of the kind that nobody can join; connections are refused meanwhile, this"
                        + " once"
                : "it does not run";
    }
}
