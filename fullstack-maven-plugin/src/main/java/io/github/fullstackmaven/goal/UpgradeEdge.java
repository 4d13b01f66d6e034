package io.github.fullstackmaven.goal;

import io.github.fullstackmaven.deploy.EdgeUpgrade;
import io.github.fullstackmaven.deploy.EdgeUpgrader;
import io.github.fullstackmaven.engine.Engines;
import io.github.fullstackmaven.host.Whoami;
import io.github.fullstackmaven.report.Amount;
import java.time.Clock;

/** Gives the edge of a port the image that is configured for it. */
public final class UpgradeEdge {
    private static final String NOTHING = "it is made from what is configured";

    private final Workshop workshop;
    private final String engineName;

    /**
     * Takes what upgrading needs.
     *
     * @param engineName {@code auto}, {@code docker} or {@code podman}
     */
    public UpgradeEdge(Workshop workshop, String engineName) {
        this.workshop = workshop;
        this.engineName = engineName;
    }

    /** Upgrades, and says from what to what. */
    public void run(Inputs inputs) {
        EdgeUpgrade upgrade =
                upgrader().upgrade(Deployed.application(inputs.request()), Whoami.name());
        String version = upgrade.version().map(v -> "nginx " + v).orElse("");
        if (upgrade.operations().isEmpty()) {
            workshop.console()
                    .info("Unchanged: " + upgrade.edge() + " runs " + version + "; " + NOTHING);
            return;
        }
        workshop.console()
                .info(
                        upgrade.edge()
                                + " runs "
                                + version
                                + upgrade.before().map(b -> ", after " + b).orElse("")
                                + (upgrade.closed().isZero()
                                        ? ""
                                        : "; it took no connections for "
                                                + Amount.of(upgrade.closed())));
    }

    /** Prints what {@link #run} would do. */
    public void dryRun(Inputs inputs) {
        Forecast.print(
                workshop.console(),
                upgrader().plan(Deployed.application(inputs.request())),
                "leave the edge as it is: " + NOTHING);
    }

    private EdgeUpgrader upgrader() {
        return new EdgeUpgrader(
                Engines.find(engineName, workshop.commands()),
                new ConsoleProgress(workshop.console()),
                Clock.systemUTC());
    }
}
