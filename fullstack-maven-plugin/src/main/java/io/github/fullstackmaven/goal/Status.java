package io.github.fullstackmaven.goal;

import io.github.fullstackmaven.deploy.Inspection;
import io.github.fullstackmaven.engine.Engines;
import io.github.fullstackmaven.report.Amount;
import io.github.fullstackmaven.report.Console;
import io.github.fullstackmaven.report.Moment;
import io.github.fullstackmaven.report.StatusJson;
import io.github.fullstackmaven.report.Table;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

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

    /**
     * Prints release, health, address, containers, certificate and disk, and writes all of it to
     * {@code status.json}.
     */
    public void run(Inputs inputs) {
        io.github.fullstackmaven.deploy.Status status =
                new Inspection(Engines.find(engineName, workshop.commands()))
                        .status(Deployed.application(inputs.request()));
        print(status);
        workshop.files()
                .write(inputs.location().output().resolve("status.json"), json(status).text());
    }

    private void print(io.github.fullstackmaven.deploy.Status status) {
        Console console = workshop.console();
        console.info(
                status.application()
                        + " "
                        + status.environment()
                        + ": "
                        + status.release()
                                .map(r -> r + " is live, " + status.health())
                                .orElse("nothing is live")
                        + since(status)
                                .map(
                                        s ->
                                                ", since "
                                                        + Moment.of(s)
                                                        + " UTC ("
                                                        + Amount.of(
                                                                Duration.between(s, Instant.now()))
                                                        + ")")
                                .orElse(""));
        console.info("  " + status.url() + "/");
        status.deploying().ifPresent(who -> console.info("  being deployed by " + who));
        console.info(
                "  edge "
                        + status.edge()
                        + running(status)
                        + status.edgeVersion().map(v -> " nginx " + v).orElse("")
                        + ports(status.ports()));
        status.edgeUpgrading().ifPresent(who -> console.info("    being upgraded by " + who));
        status.edgeOutdated()
                .ifPresent(why -> console.info("    " + why + ": mvn fullstack:upgrade-edge"));
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
        if (!status.accessories().isEmpty()) {
            Table table = new Table("ACCESSORY", "CONTAINER", "IMAGE", "STATE");
            status.accessories()
                    .forEach(a -> table.row(a.name(), a.container(), a.image(), a.state()));
            table.lines().forEach(line -> console.info("  " + line));
        }
        if (!status.leftOver().isEmpty()) {
            console.info(
                    "  left over, mvn fullstack:deploy takes it away or puts it in order: "
                            + String.join(", ", status.leftOver()));
        }
    }

    /**
     * While a new edge takes over there is a moment in which the one of that name serves no more.
     */
    private static String running(io.github.fullstackmaven.deploy.Status status) {
        if (status.edgeRunning()) {
            return " runs";
        }
        return status.edgeUpgrading().isPresent() ? " makes way" : " does not run";
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

    /** A container that was never started has a time that is none. */
    private static Optional<Instant> since(io.github.fullstackmaven.deploy.Status status) {
        try {
            return status.since()
                    .map(OffsetDateTime::parse)
                    .map(OffsetDateTime::toInstant)
                    .filter(i -> i.isAfter(Instant.EPOCH));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static StatusJson json(io.github.fullstackmaven.deploy.Status status) {
        return new StatusJson(
                status.application(),
                status.environment(),
                status.release(),
                status.imageId(),
                status.health(),
                since(status),
                status.url(),
                status.containers().stream()
                        .map(
                                c ->
                                        new StatusJson.Container(
                                                c.release(), c.name(), c.id(), c.state()))
                        .toList(),
                status.accessories().stream()
                        .map(
                                a ->
                                        new StatusJson.Accessory(
                                                a.name(),
                                                a.container(),
                                                a.id(),
                                                a.image(),
                                                a.state()))
                        .toList(),
                new StatusJson.Edge(
                        status.edge(),
                        status.edgeRunning(),
                        status.edgeVersion(),
                        status.edgeUpgrading(),
                        status.ports().http(),
                        status.ports().https()),
                status.certificateExpires(),
                status.deploying(),
                status.setAside().stream().map(Object::toString).toList(),
                status.leftOver(),
                new StatusJson.Disk(
                        status.disk().free(),
                        status.disk().images(),
                        status.disk().imageBytes(),
                        status.disk().volumes().stream()
                                .map(v -> new StatusJson.Volume(v.name(), v.bytes()))
                                .toList()));
    }
}
