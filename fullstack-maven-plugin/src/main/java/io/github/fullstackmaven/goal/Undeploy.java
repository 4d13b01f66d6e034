package io.github.fullstackmaven.goal;

import io.github.fullstackmaven.deploy.Operation;
import io.github.fullstackmaven.deploy.Undeployer;
import io.github.fullstackmaven.deploy.VolumePolicy;
import io.github.fullstackmaven.engine.Engines;
import io.github.fullstackmaven.host.Whoami;
import java.time.Clock;
import java.util.List;

/** Takes an application down and removes what deploying made. */
public final class Undeploy {
    private final Workshop workshop;
    private final String engineName;

    /**
     * Takes what removing needs.
     *
     * @param engineName {@code auto}, {@code docker} or {@code podman}
     */
    public Undeploy(Workshop workshop, String engineName) {
        this.workshop = workshop;
        this.engineName = engineName;
    }

    /** Removes; the volumes with data only when that is asked for. */
    public void run(Inputs inputs, boolean volumes) {
        WithinHook.refuse(Deployed.application(inputs.request()));
        List<Operation> done =
                undeployer()
                        .undeploy(
                                Deployed.application(inputs.request()),
                                policy(volumes),
                                Whoami.name());
        String name =
                inputs.request().name().value() + " " + inputs.request().environment().value();
        workshop.console()
                .info(done.isEmpty() ? name + ": nothing is deployed" : name + " is taken down");
    }

    /** Prints what {@link #run} would do. */
    public void dryRun(Inputs inputs, boolean volumes) {
        List<Operation> operations =
                undeployer().plan(Deployed.application(inputs.request()), policy(volumes));
        Forecast.print(workshop.console(), operations, "remove nothing: nothing is deployed");
    }

    private Undeployer undeployer() {
        return new Undeployer(
                Engines.find(engineName, workshop.commands()),
                new ConsoleProgress(workshop.console()),
                Clock.systemUTC());
    }

    private static VolumePolicy policy(boolean volumes) {
        return volumes ? VolumePolicy.REMOVE : VolumePolicy.KEEP;
    }
}
