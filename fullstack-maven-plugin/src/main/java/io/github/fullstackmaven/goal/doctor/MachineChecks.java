package io.github.fullstackmaven.goal.doctor;

import io.github.fullstackmaven.deploy.EngineMachine;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Checkup;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.report.Amount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a deployment needs of the engine's machine: images, room, ports. */
public final class MachineChecks {
    private final Engine engine;
    private final Application application;
    private final EngineMachine machine;

    /** Takes the engine, which has answered. */
    public MachineChecks(Engine engine, Application application) {
        this.engine = engine;
        this.application = application;
        this.machine = new EngineMachine(engine, application);
    }

    /**
     * Returns what is to be said of images that a build or a deployment begins with.
     *
     * @param images their names
     */
    public List<Checkup> images(Collection<String> images) {
        return images.stream().sorted().distinct().map(this::image).toList();
    }

    private Checkup image(String name) {
        if (engine.image(name).isPresent()) {
            return Checkup.well("base image", name + " is there");
        }
        Optional<String> lacking = engine.lacking(name);
        return lacking.isEmpty()
                ? Checkup.well("base image", name + " can be fetched")
                : Checkup.unwell(
                        "base image",
                        Finding.error(
                                "FS-DOCTOR-005",
                                name + " cannot be fetched: " + lacking.get(),
                                "log in to its registry, or set fullstack.baseRegistry or"
                                        + " fullstack.baseImages"));
    }

    /** Returns what is to be said of disk and ports. */
    public List<Checkup> roomAndPorts() {
        if (!machine.canLook()) {
            return List.of(
                    Checkup.unwell(
                            "disk, ports",
                            Finding.info(
                                    "FS-DOCTOR-006",
                                    "not looked at: "
                                            + application.images().base("edge")
                                            + " is not there yet, and looking takes a container",
                                    "fetch that image, or deploy once, and ask again")));
        }
        List<Checkup> all = new ArrayList<>();
        machine.disk(0).ifPresent(d -> all.add(disk(d)));
        List<Integer> ports =
                List.of(application.edge().httpPort(), application.edge().httpsPort());
        ports.forEach(port -> all.add(port(port)));
        return all;
    }

    private static Checkup disk(EngineMachine.Disk disk) {
        String files = disk.inodes().isPresent() ? ", " + disk.inodes().getAsLong() + " files" : "";
        return disk.problem()
                .map(p -> Checkup.unwell("disk", p))
                .orElseGet(
                        () -> Checkup.well("disk", Amount.ofBytes(disk.bytes()) + files + " free"));
    }

    private Checkup port(int port) {
        String subject = "port " + port;
        if (machine.edgePublishes(port)) {
            return Checkup.well(subject, "the edge has it");
        }
        return machine.taken(port)
                .map(p -> Checkup.unwell(subject, p))
                .orElseGet(() -> Checkup.well(subject, "free"));
    }
}
