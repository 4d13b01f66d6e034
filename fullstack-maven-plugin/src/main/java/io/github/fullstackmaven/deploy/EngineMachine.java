package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.ContainerSpec;
import io.github.fullstackmaven.engine.ContainerState;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.ExecResult;
import io.github.fullstackmaven.engine.PortTakenException;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Looks at the machine that an engine runs on, which may be another one than this: by containers of
 * the edge's image that are gone at once.
 */
public final class EngineMachine {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Engine engine;
    private final Application application;

    /**
     * Takes where to look.
     *
     * @param application tells the edge; nothing else of it counts
     */
    public EngineMachine(Engine engine, Application application) {
        this.engine = engine;
        this.application = application;
    }

    /**
     * What is free on the disk.
     *
     * @param bytes how much
     * @param inodes how many more files; absent where the file system has no limit
     * @param problem why that is too little for a release; absent when it is enough
     */
    public record Disk(long bytes, OptionalLong inodes, Optional<Finding> problem) {}

    /** Returns true when there is the image that looking takes. */
    public boolean canLook() {
        return engine.image(Specs.edgeImage(application)).isPresent();
    }

    /**
     * Returns what is free on the disk; absent where that cannot be told.
     *
     * @param imageBytes the size of the images of a release; 0 while that is not known
     */
    public Optional<Disk> disk(long imageBytes) {
        ExecResult result = engine.run(Specs.onEngine(application, "room"), "", LIMIT);
        return EdgeFacts.parse(result.ok() ? result.out() : "")
                .room()
                .map(r -> new Disk(r.bytes(), r.inodes(), tooLittle(r, imageBytes)));
    }

    private Optional<Finding> tooLittle(Observed.Room room, long imageBytes) {
        try {
            Preflight.enough(room, imageBytes, engine.info());
            return Optional.empty();
        } catch (FullstackException e) {
            return Optional.of(e.findings().get(0));
        }
    }

    /** Returns true when it is the application's own edge that has a port. */
    public boolean edgePublishes(int port) {
        return EdgeContainers.of(engine, application.edge())
                .publisher()
                .filter(ContainerState::isRunning)
                .filter(edge -> edge.ports().containsValue(port))
                .isPresent();
    }

    /** Returns why a port cannot be had; absent when it can. */
    public Optional<Finding> taken(int port) {
        ContainerSpec spec = Specs.publishes(application, port);
        String container = engine.create(spec);
        try {
            engine.start(container);
            return Optional.empty();
        } catch (PortTakenException e) {
            return Optional.of(
                    EdgeProblems.portTaken(e, port, engine.publishersOf(port)).findings().get(0));
        } finally {
            engine.remove(container);
        }
    }
}
