package io.github.fullstackmaven.goal;

import io.github.fullstackmaven.deploy.Inspection;
import io.github.fullstackmaven.engine.Engines;
import io.github.fullstackmaven.report.Amount;
import io.github.fullstackmaven.report.Console;
import io.github.fullstackmaven.report.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Prints how a deployed application is doing. */
public final class Status {
    private final Workshop workshop;
    private final String engineName;

    /**
     * Takes what looking needs.
     *
     * @param engineName {@code auto}, {@code docker} or {@code podman}
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
                "  edge "
                        + status.edge()
                        + (status.edgeRunning() ? " runs" : " does not run")
                        + ports(status.ports()));
        status.certificateExpires()
                .ifPresent(
                        t ->
                                console.info(
                                        "  certificate valid until "
                                                + t.atOffset(ZoneOffset.UTC).toLocalDate()
                                                + remaining(t)));
        disk(status.disk());
        status.setAside().forEach(console::finding);
        if (!status.containers().isEmpty()) {
            Table table = new Table("RELEASE", "CONTAINER", "STATE");
            status.containers().forEach(c -> table.row(c.release(), c.name(), c.state()));
            table.lines().forEach(line -> console.info("  " + line));
        }
        if (!status.leftOver().isEmpty()) {
            console.info(
                    "  left over, the next deployment sees to it: "
                            + String.join(", ", status.leftOver()));
        }
    }

    private static String ports(io.github.fullstackmaven.deploy.Status.Ports ports) {
        return ", port "
                + ports.http()
                + (ports.https().isPresent()
                        ? " and " + ports.https().getAsInt() + " for HTTPS"
                        : ", none for HTTPS");
    }

    private static String remaining(Instant end) {
        long days = Duration.between(Instant.now(), end).toDays();
        return days < 0 ? ", which is past" : ", " + days + " days";
    }

    private void disk(io.github.fullstackmaven.deploy.Status.Disk disk) {
        String free =
                disk.free().isPresent()
                        ? ", " + Amount.ofBytes(disk.free().getAsLong()) + " free"
                        : "";
        workshop.console()
                .info(
                        "  disk: "
                                + disk.images()
                                + (disk.images() == 1 ? " image, " : " images, ")
                                + Amount.ofBytes(disk.imageBytes())
                                + free);
        disk.volumes()
                .forEach(
                        v ->
                                workshop.console()
                                        .info(
                                                "  volume "
                                                        + v.name()
                                                        + ", "
                                                        + Amount.ofBytes(v.bytes())));
    }
}
