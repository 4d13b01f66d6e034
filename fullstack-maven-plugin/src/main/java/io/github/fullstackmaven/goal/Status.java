package io.github.fullstackmaven.goal;

import io.github.fullstackmaven.deploy.Inspection;
import io.github.fullstackmaven.engine.Engines;
import io.github.fullstackmaven.report.Console;
import io.github.fullstackmaven.report.Table;
import java.time.ZoneOffset;

/** Prints how a deployed application is doing. */
public final class Status {
    private final Workshop workshop;
    private final String engineName;

    /**
     * Takes what looking needs.
     *
     * @param engineName {@code auto} or {@code docker}
     */
    public Status(Workshop workshop, String engineName) {
        this.workshop = workshop;
        this.engineName = engineName;
    }

    /** Prints release, health, address, containers and certificate. */
    public void run(Inputs inputs) {
        io.github.fullstackmaven.deploy.Status status =
                new Inspection(Engines.find(engineName, workshop.commands()))
                        .status(Deployed.application(inputs.request()));
        Console console = workshop.console();
        console.info(
                status.application()
                        + " "
                        + status.environment()
                        + ": "
                        + status.release()
                                .map(r -> r + " is live, " + status.health())
                                .orElse("nothing is live")
                        + status.since().map(s -> ", since " + s).orElse(""));
        console.info("  " + status.url() + "/");
        status.deploying().ifPresent(who -> console.info("  being deployed by " + who));
        console.info(
                "  edge " + status.edge() + (status.edgeRunning() ? " runs" : " does not run"));
        status.certificateExpires()
                .ifPresent(
                        t ->
                                console.info(
                                        "  certificate valid until "
                                                + t.atOffset(ZoneOffset.UTC).toLocalDate()));
        status.setAside().forEach(console::finding);
        if (!status.containers().isEmpty()) {
            Table table = new Table("RELEASE", "CONTAINER", "STATE");
            status.containers().forEach(c -> table.row(c.release(), c.name(), c.state()));
            table.lines().forEach(line -> console.info("  " + line));
        }
    }
}
