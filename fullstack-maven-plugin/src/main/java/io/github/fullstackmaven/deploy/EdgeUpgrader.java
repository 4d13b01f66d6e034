package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.ImageState;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Edge;
import io.github.fullstackmaven.model.FullstackException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Gives an edge another image: the one that is configured. The image is tried on the edge's
 * configuration first. Then the new edge starts beside the old one, in its network, and takes over
 * when it reaches all that the old one does: nothing is refused, and nothing cut off before its
 * time. An edge that cannot be joined, since an older version of the plugin made it, has to make
 * way first. When the new edge does not get well the old one serves on, or is made again. Cut off
 * at any moment, the next deployment or upgrade puts the edge in order, since all it knows is in
 * its volume.
 */
public final class EdgeUpgrader {
    private final Operator operator;
    private final Engine engine;
    private final Observer observer;

    public EdgeUpgrader(Engine engine, Progress progress, Clock clock) {
        this.operator = new Operator(engine, progress, clock, () -> false);
        this.engine = engine;
        this.observer = new Observer(engine);
    }

    /**
     * Returns the operations that {@link #upgrade} would do now; empty when the edge has the image
     * that is configured.
     *
     * @param application any application; only the edge that it names counts
     * @throws FullstackException when there is no such edge
     */
    public List<Operation> plan(Application application) {
        EdgeContainers containers = containers(application);
        Optional<String> unsettled = observer.observe(application).edge().unsettled();
        Optional<ImageState> image = engine.image(Specs.edgeImage(application));
        return EdgeUpgradePlanner.plan(application, containers, unsettled, image);
    }

    /**
     * Upgrades the edge.
     *
     * @param holder who does it, shown to others that wait
     * @throws FullstackException when the old edge is left, or made again
     */
    public EdgeUpgrade upgrade(Application named, String holder) {
        List<Operation> done = new ArrayList<>();
        Application application = withItsPorts(named, containers(named));
        Optional<String> version = EdgeControl.version(engine, application);
        List<Operation> operations = plan(application);
        Duration closed = Duration.ZERO;
        while (!operations.isEmpty()) {
            closed = closed.plus(perform(application, operations, holder));
            done.addAll(operations);
            boolean settled = operations.get(0) instanceof EdgeOperation.SettleEdge;
            operations = settled ? plan(application) : List.of();
        }
        return new EdgeUpgrade(
                Names.edge(application.edge()),
                done,
                version,
                done.isEmpty() ? version : EdgeControl.version(engine, application),
                closed);
    }

    private Duration perform(Application application, List<Operation> operations, String holder) {
        DeployLock lock = DeployLock.ofEdge(engine, application, holder, operator.clock());
        Handover handover = new Handover(application, lock, holder);
        try {
            for (Operation operation : operations) {
                handover.perform(operation);
            }
        } catch (Setback e) {
            throw handover.undone(e.problem());
        } catch (FullstackException e) {
            throw handover.undone(e);
        } finally {
            lock.release();
        }
        return handover.closed();
    }

    private EdgeContainers containers(Application application) {
        EdgeContainers containers = EdgeContainers.of(engine, application.edge());
        if (containers.publisher().isEmpty() && !engine.hasVolume(Names.edge(application.edge()))) {
            throw EdgeProblems.noEdge(application);
        }
        return containers;
    }

    /** The edge keeps its ports, whatever is configured for HTTPS. */
    private static Application withItsPorts(Application application, EdgeContainers containers) {
        Edge edge = application.edge();
        int https =
                containers
                        .publisher()
                        .map(c -> c.ports().getOrDefault(8443, edge.httpsPort()))
                        .orElse(edge.httpsPort());
        return application.at(
                application.domain(),
                application.tls(),
                new Edge(edge.managed(), edge.httpPort(), https));
    }

    /** One upgrade on its way. */
    private final class Handover {
        private final Application application;
        private final EdgeContainers containers;
        private final Executor executor;
        private final Map<String, String> faults;
        private long down;
        private long up;
        private boolean beside;

        Handover(Application application, DeployLock lock, String holder) {
            this.application = application;
            this.containers = EdgeContainers.of(engine, application.edge());
            Aim nothing = new Aim.New(new Target(application, "", Optional.empty(), holder));
            this.executor = new Executor(operator, nothing, lock);
            this.faults = faults();
        }

        void perform(Operation operation) {
            if (operation instanceof EdgeOperation.TakeEdgeDown) {
                down = System.nanoTime();
            }
            if (operation instanceof EdgeOperation.StartNextEdge) {
                beside = true;
            }
            operator.progress().begins(operation);
            long start = System.nanoTime();
            operation.accept(executor);
            operator.progress().ended(operation, Duration.ofNanos(System.nanoTime() - start));
            if (operation instanceof EdgeOperation.CreateEdge) {
                up = System.nanoTime();
                served();
            }
        }

        /** The new edge has to serve all that the old one did. */
        private void served() {
            Map<String, String> now = faults();
            now.keySet().removeAll(faults.keySet());
            if (!now.isEmpty()) {
                throw EdgeProblems.silent(application, engine.info(), now.toString());
            }
        }

        private Map<String, String> faults() {
            return observer.observe(application).sites().stream()
                    .filter(site -> site.fault().isPresent())
                    .collect(
                            Collectors.toMap(
                                    Observed.Site::id,
                                    site -> site.fault().orElseThrow(),
                                    (a, b) -> a,
                                    TreeMap::new));
        }

        /** Sees to it that the edge of before serves, whatever was begun. */
        FullstackException undone(FullstackException why) {
            String name = Names.edge(application.edge());
            Optional<Operation> undo = undo(name);
            if (undo.isEmpty()) {
                return why;
            }
            try {
                perform(undo.get());
            } catch (Setback | FullstackException e) {
                operator.progress().note("could not put the edge in order: " + e.getMessage());
            }
            return why.findings().get(0).id().equals(EdgeProblems.NOT_UPGRADED)
                    ? why
                    : EdgeProblems.notUpgraded(name, why.getMessage());
        }

        private Optional<Operation> undo(String name) {
            String cause = "the new one did not get well";
            if (down != 0) {
                return containers
                        .edge()
                        .map(
                                edge ->
                                        new EdgeOperation.RemakeEdge(
                                                name,
                                                edge.imageId(),
                                                containers.httpsPort(
                                                        application.edge().httpsPort()),
                                                cause));
            }
            String next = Names.nextEdge(application.edge());
            Observed.EdgeState edge = observer.observe(application).edge();
            // Once the new one has taken over there is no way back, and no need for one.
            boolean removable = beside && edge.running() && engine.container(next).isPresent();
            return removable
                    ? Optional.of(new EdgeOperation.RemoveNextEdge(next, cause))
                    : Optional.empty();
        }

        Duration closed() {
            return down == 0 ? Duration.ZERO : Duration.ofNanos(up - down);
        }
    }
}
