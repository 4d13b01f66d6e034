package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.ContainerState;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Edge;
import io.github.fullstackmaven.model.FullstackException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds who else may go back to an image. Images are the engine's, and so is this question: it is
 * put to every edge on it, whether that runs or not.
 */
final class ImageKeepers {
    /** What no application is called. */
    private static final String NOBODY = "-";

    /** An edge that is just being taken away loses its container first and its volume then. */
    private static final Duration LEAVING = Duration.ofSeconds(2);

    private final Engine engine;
    private final Application application;
    private final Duration leaving;

    ImageKeepers(Engine engine, Application application) {
        this(engine, application, LEAVING);
    }

    ImageKeepers(Engine engine, Application application, Duration leaving) {
        this.engine = engine;
        this.application = application;
        this.leaving = leaving;
    }

    /**
     * Returns the other applications that have a release with an image.
     *
     * @throws FullstackException when an edge cannot be asked
     */
    List<String> of(String imageId) {
        List<String> keepers = new ArrayList<>();
        for (String volume : engine.volumes(Labels.edge())) {
            int port = Names.portOfEdge(volume);
            if (port == application.edge().httpPort()) {
                // Here it is for the retention to say what the application needs itself.
                keepers.addAll(asked(application, Names.project(application), imageId));
            } else if (port > 0) {
                asked(at(port), NOBODY, imageId).stream()
                        .map(keeper -> keeper + " on the edge of port " + port)
                        .forEach(keepers::add);
            }
        }
        return keepers;
    }

    private List<String> asked(Application there, String except, String imageId) {
        String edge = Names.edge(there.edge());
        boolean running = engine.container(edge).filter(ContainerState::isRunning).isPresent();
        if (!running) {
            Pause.of(leaving);
            if (!engine.hasVolume(edge)) {
                return List.of();
            }
        }
        try {
            return new EdgeVolume(engine, there, running)
                    .ask("keepers", except, imageId)
                    .lines()
                    .toList();
        } catch (FullstackException e) {
            if (engine.hasVolume(edge)) {
                throw e;
            }
            return List.of();
        }
    }

    private Application at(int port) {
        Edge edge = application.edge();
        return application.at(
                application.domain(),
                application.tls(),
                new Edge(edge.managed(), port, edge.httpsPort(), edge.host()));
    }
}
