package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.ContainerState;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.model.Application;
import java.util.Optional;

/**
 * Looks at the lock of an application and environment from outside. It goes by itself when its
 * holder ends; only a line to the engine that was cut silently leaves it for minutes.
 */
public final class Locks {
    private final Engine engine;

    public Locks(Engine engine) {
        this.engine = engine;
    }

    /** Returns who holds the lock, since when and where; nothing when nobody does. */
    public Optional<String> holder(Application application) {
        return container(application).map(Locks::holder);
    }

    /**
     * Takes the lock away from whoever holds it. A deployment that goes on finds it lost before its
     * switch, and goes back.
     *
     * @return who held it; nothing when nobody did
     */
    public Optional<String> remove(Application application) {
        Optional<ContainerState> container = container(application);
        container.ifPresent(c -> engine.remove(c.id()));
        return container.map(Locks::holder);
    }

    private Optional<ContainerState> container(Application application) {
        String name = Names.lock(application);
        Optional<ContainerState> found = engine.container(name);
        if (found.filter(c -> c.label(Labels.HOLDER).isEmpty()).isPresent()) {
            throw HostProblems.foreign(name, engine.info());
        }
        return found;
    }

    private static String holder(ContainerState container) {
        return container.label(Labels.HOLDER).orElseThrow();
    }
}
