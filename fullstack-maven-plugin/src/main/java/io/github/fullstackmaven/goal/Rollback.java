package io.github.fullstackmaven.goal;

import io.github.fullstackmaven.deploy.Deployer;
import io.github.fullstackmaven.deploy.Deployment;
import io.github.fullstackmaven.deploy.Operation;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.Engines;
import io.github.fullstackmaven.host.Interruption;
import io.github.fullstackmaven.host.Whoami;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.Sourced;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Puts a release on the air again that was live before. */
public final class Rollback {
    private final Workshop workshop;
    private final String engineName;

    /**
     * Takes what going back needs.
     *
     * @param engineName {@code auto}, or an engine's name
     */
    public Rollback(Workshop workshop, String engineName) {
        this.workshop = workshop;
        this.engineName = engineName;
    }

    /**
     * Goes back, with no downtime, and writes {@code deployment.json}, whatever comes of it.
     *
     * @param release the release; absent: the one before the live one
     */
    public void run(Inputs inputs, Optional<Sourced<String>> release) {
        Optional<String> wanted = release.map(Rollback::name);
        Ending ending = new Ending(workshop, inputs);
        ending.of(() -> rollback(inputs, wanted, ending));
    }

    /** Prints the operations that {@link #run} would execute. */
    public void dryRun(Inputs inputs, Optional<Sourced<String>> release) {
        Optional<String> wanted = release.map(Rollback::name);
        List<Operation> operations =
                deployer().planRollback(application(inputs), wanted, Whoami.name());
        Forecast.print(workshop.console(), operations, "change nothing: that release is live");
    }

    private Deployment rollback(Inputs inputs, Optional<String> release, Ending ending) {
        WithinHook.refuse(application(inputs));
        Deployer deployer = deployer();
        return Interruption.during(
                deployer::cancel,
                () ->
                        ending.written(
                                deployer.rollback(application(inputs), release, Whoami.name())));
    }

    private static Application application(Inputs inputs) {
        return Deployed.application(inputs.request());
    }

    private Deployer deployer() {
        Engine engine = Engines.find(engineName, workshop.commands());
        return new Deployer(engine, new ConsoleProgress(workshop.console()), Clock.systemUTC());
    }

    private static String name(Sourced<String> release) {
        if (!release.value().matches("r[1-9][0-9]{0,8}")) {
            throw FullstackException.project(
                    Finding.error(
                                    "FS-CONFIG-004",
                                    "'" + release.value() + "' is no release",
                                    "name one like r3; the goal releases lists them")
                            .at(release.source()));
        }
        return release.value();
    }
}
