package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.ContainerState;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.ImageState;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Edge;
import io.github.fullstackmaven.model.FullstackException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Gives an edge another image: the one that is configured. The image is tried on the edge's
 * configuration first; when the new edge does not get well, the old one is made again. Cut off at
 * any moment, the next deployment or upgrade makes the edge, since all it knows is in its volume.
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
        Optional<ContainerState> edge = edge(application);
        Optional<ImageState> image = engine.image(Specs.edgeImage(application));
        return EdgeUpgradePlanner.plan(application, edge, image);
    }

    /**
     * Upgrades the edge.
     *
     * @param holder who does it, shown to others that wait
     * @throws FullstackException when the old edge is left, or made again
     */
    public EdgeUpgrade upgrade(Application named, String holder) {
        Optional<ContainerState> edge = edge(named);
        Application application = withItsPorts(named, edge);
        Optional<String> version = EdgeControl.version(engine, application);
        List<Operation> operations = plan(application);
        DeployLock lock = DeployLock.ofEdge(engine, application, holder, operator.clock());
        Handover handover = new Handover(application, edge, lock, holder);
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
        return new EdgeUpgrade(
                Names.edge(application.edge()),
                operations,
                version,
                operations.isEmpty() ? version : EdgeControl.version(engine, application),
                handover.closed());
    }

    private Optional<ContainerState> edge(Application application) {
        String name = Names.edge(application.edge());
        Optional<ContainerState> edge = engine.container(name);
        if (edge.filter(c -> c.label(Labels.ROLE).isEmpty()).isPresent()) {
            throw Problems.foreign(name);
        }
        if (edge.isEmpty() && !engine.hasVolume(name)) {
            throw Problems.noEdge(application);
        }
        return edge;
    }

    /** The edge keeps its ports, whatever is configured for HTTPS. */
    private static Application withItsPorts(
            Application application, Optional<ContainerState> container) {
        Edge edge = application.edge();
        int https =
                container
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
        private final Optional<ContainerState> before;
        private final Executor executor;
        private final Map<String, String> faults;
        private long down;
        private long up;

        Handover(
                Application application,
                Optional<ContainerState> before,
                DeployLock lock,
                String holder) {
            this.application = application;
            this.before = before;
            Aim nothing = new Aim.New(new Target(application, "", Optional.empty(), holder));
            this.executor = new Executor(operator, nothing, lock);
            this.faults = faults();
        }

        void perform(Operation operation) {
            if (operation instanceof Operation.TakeEdgeDown) {
                down = System.nanoTime();
            }
            operator.progress().begins(operation);
            long start = System.nanoTime();
            operation.accept(executor);
            operator.progress().ended(operation, Duration.ofNanos(System.nanoTime() - start));
            if (operation instanceof Operation.CreateEdge) {
                up = System.nanoTime();
                served();
            }
        }

        /** The new edge has to serve all that the old one did. */
        private void served() {
            Map<String, String> now = faults();
            now.keySet().removeAll(faults.keySet());
            if (!now.isEmpty()) {
                throw Problems.edgeSilent(application, now.toString());
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

        /** Makes the edge from the image that it had, when it was taken down already. */
        FullstackException undone(FullstackException why) {
            if (down == 0 || before.isEmpty()) {
                return why;
            }
            String name = Names.edge(application.edge());
            try {
                perform(
                        new Operation.RemakeEdge(
                                name,
                                before.get().imageId(),
                                before.get().ports().containsKey(8443),
                                "the new one did not get well"));
            } catch (Setback | FullstackException e) {
                operator.progress().note("could not make the edge again: " + e.getMessage());
            }
            return Problems.edgeNotUpgraded(name, why.getMessage());
        }

        Duration closed() {
            return down == 0 ? Duration.ZERO : Duration.ofNanos(up - down);
        }
    }
}
