package io.github.fullstackmaven.goal;

import io.github.fullstackmaven.deploy.Locks;
import io.github.fullstackmaven.engine.Engines;
import io.github.fullstackmaven.model.Application;
import java.util.Optional;

/** Shows who holds the lock of an application, and removes it. */
public final class Unlock {
    private final Workshop workshop;
    private final String engineName;

    /**
     * Takes what removing needs.
     *
     * @param engineName {@code auto}, or an engine's name
     */
    public Unlock(Workshop workshop, String engineName) {
        this.workshop = workshop;
        this.engineName = engineName;
    }

    /** Removes the lock and says who held it. */
    public void run(Inputs inputs) {
        Application application = Deployed.application(inputs.request());
        say(application, "Removed the lock of ", locks().remove(application));
    }

    /** Says who holds the lock. */
    public void dryRun(Inputs inputs) {
        Application application = Deployed.application(inputs.request());
        say(application, "Would remove the lock of ", locks().holder(application));
    }

    private void say(Application application, String what, Optional<String> holder) {
        String name = application.name() + " " + application.environment();
        workshop.console()
                .info(
                        holder.map(h -> what + name + ", held by " + h)
                                .orElse(name + ": nobody holds the lock"));
    }

    private Locks locks() {
        return new Locks(Engines.find(engineName, workshop.commands()));
    }
}
