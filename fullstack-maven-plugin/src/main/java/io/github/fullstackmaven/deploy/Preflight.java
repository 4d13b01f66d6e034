package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.deploy.Observed.Room;
import io.github.fullstackmaven.engine.ContainerSpec;
import io.github.fullstackmaven.engine.ContainerState;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.EngineInfo;
import io.github.fullstackmaven.engine.ExecResult;
import io.github.fullstackmaven.engine.ImageState;
import io.github.fullstackmaven.model.Accessory;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.Volume;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What has to be asked of the engine before anything is changed: the image, foreign containers, the
 * host's directories, and room on the disk. Everything is asked on the engine's side, which may be
 * another machine.
 */
final class Preflight {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long GIB = 1L << 30;

    /** A release makes a few hundred files outside of its image; a full image has thousands. */
    private static final long INODES = 20_000;

    private final Engine engine;

    Preflight(Engine engine) {
        this.engine = engine;
    }

    /**
     * Refuses a deployment that could not be brought to its end.
     *
     * @throws FullstackException that says why
     */
    void check(Aim aim, Observed observed, List<Operation> operations) {
        for (Operation operation : operations) {
            if (operation instanceof UnitOperation.CreateUnit unit) {
                newUnit(aim, observed, unit);
            }
            if (operation instanceof AccessoryOperation.CreateAccessory accessory) {
                newAccessory(aim, observed, accessory);
            }
            if (operation instanceof UnitOperation.RunHook hook
                    && !observed.beside().hooks().contains(hook.container())
                    && engine.container(hook.container()).isPresent()) {
                throw HostProblems.foreign(hook.container(), engine.info());
            }
        }
    }

    /** Returns what whoever deploys should know of this engine, before anything is changed. */
    List<Finding> warnings(Aim aim, List<Operation> operations) {
        List<ContainerSpec> made =
                operations.stream().flatMap(operation -> made(aim, operation)).toList();
        return made.isEmpty()
                ? List.of()
                : Unenforced.of(engine.facts(), engine.info().text(), aim.application(), made);
    }

    private static Stream<ContainerSpec> made(Aim aim, Operation operation) {
        if (operation instanceof UnitOperation.CreateUnit unit) {
            return aim.blueprint(unit.release()).containers().stream();
        }
        if (operation instanceof AccessoryOperation.CreateAccessory made) {
            return aim.accessories().stream()
                    .filter(accessory -> accessory.name().equals(made.name()))
                    .map(accessory -> Specs.accessory(aim.application(), accessory));
        }
        return Stream.of();
    }

    private void newAccessory(Aim aim, Observed observed, AccessoryOperation.CreateAccessory made) {
        boolean ours =
                observed.beside().accessories().stream()
                        .anyMatch(a -> a.container().equals(made.container()));
        if (!ours && engine.container(made.container()).isPresent()) {
            throw HostProblems.foreign(made.container(), engine.info());
        }
        if (!observed.edge().image()) {
            return;
        }
        for (Accessory accessory : aim.accessories()) {
            if (accessory.name().equals(made.name())) {
                accessory.volumes().stream()
                        .filter(v -> !v.isNamed())
                        .forEach(v -> directory(aim.application(), accessory, v));
            }
        }
    }

    /** An image that begins as root may do what it wants with it; another has to have the right. */
    private void directory(Application application, Accessory accessory, Volume directory) {
        if (accessory.user().isPresent()) {
            directory(application, accessory.user().get(), directory);
            return;
        }
        ExecResult seen = engine.run(Specs.mounts(application, directory), "", LIMIT);
        if (!seen.ok()) {
            throw HostProblems.noDirectory(directory, seen.complaint());
        }
    }

    private void newUnit(Aim aim, Observed observed, UnitOperation.CreateUnit unit) {
        Application application = aim.application();
        for (String name : unit.unit().starting()) {
            boolean ours = observed.units().stream().anyMatch(u -> u.has(name));
            Optional<ContainerState> same = ours ? Optional.empty() : engine.container(name);
            if (same.isPresent()) {
                throw HostProblems.foreign(name, engine.info());
            }
        }
        Blueprint blueprint = aim.blueprint(unit.release());
        long size = blueprint.imageIds().stream().mapToLong(i -> imageSize(blueprint, i)).sum();
        if (!observed.edge().image()) {
            return;
        }
        observed.room()
                .or(() -> room(application))
                .ifPresent(room -> enough(room, size, engine.info()));
        blueprint.directories().forEach(d -> directory(application, blueprint.user(), d));
        blueprint.namedVolumes().stream()
                .filter(v -> aim.presentVolumes(observed).contains(v.source()))
                .forEach(v -> directory(application, blueprint.user(), v));
    }

    /** An image that is still to be built has no id yet. */
    private long imageSize(Blueprint blueprint, String id) {
        if (!id.startsWith("sha256:")) {
            return 0;
        }
        return engine.image(id)
                .map(ImageState::sizeBytes)
                .orElseThrow(() -> HostProblems.noImage(blueprint.imageName(id)));
    }

    /** While the edge is not there, a container of its image looks. */
    private Optional<Room> room(Application application) {
        ExecResult result = engine.run(Specs.onEngine(application, "room"), "", LIMIT);
        return result.ok() ? EdgeFacts.parse(result.out()).room() : Optional.empty();
    }

    static void enough(Room room, long imageBytes, EngineInfo engine) {
        long wanted = 2 * imageBytes + GIB;
        if (room.bytes() < wanted) {
            throw HostProblems.tooFull(mebibytes(room.bytes()), mebibytes(wanted), engine);
        }
        if (room.inodes().isPresent() && room.inodes().getAsLong() < INODES) {
            throw HostProblems.tooManyFiles(room.inodes().getAsLong(), INODES);
        }
    }

    private static String mebibytes(long bytes) {
        return (bytes >> 20) + " MiB";
    }

    private void directory(Application application, String user, Volume directory) {
        ExecResult seen = engine.run(Specs.looksAt(application, directory, user), "", LIMIT);
        switch (seen.exit()) {
            case 0 -> {
                // It is there, and can be used.
            }
            case Specs.NOT_READABLE ->
                    throw HostProblems.cannotUse(directory, user, "read", engine.info());
            case Specs.NOT_WRITABLE ->
                    throw HostProblems.cannotUse(directory, user, "write", engine.info());
            default -> throw HostProblems.noDirectory(directory, seen.complaint());
        }
    }
}
