package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.ContainerSpec;
import io.github.fullstackmaven.model.Volume;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the unit of a release is made of: enough to make it a second time, exactly as it was.
 *
 * @param imageId the id of its image, {@code sha256:…}
 * @param imageName the name that the image had, {@code shop:1.2}
 * @param model the hash of all that makes the release
 * @param port where its gateway listens
 * @param pages whether it has pages whose files open windows may still ask for
 * @param processes the names of what runs in it besides the gateway
 * @param containers its containers, described; with the values of variables
 */
record Blueprint(
        String imageId,
        String imageName,
        String model,
        int port,
        boolean pages,
        List<String> processes,
        List<ContainerSpec> containers) {
    Blueprint {
        processes = List.copyOf(processes);
        containers = List.copyOf(containers);
    }

    /** Returns the volumes that the engine manages, each once. */
    List<Volume> namedVolumes() {
        return volumes().filter(Volume::isNamed).distinct().toList();
    }

    /** Returns the directories of the engine's host that are mounted, each once. */
    List<Volume> directories() {
        return volumes().filter(v -> !v.isNamed()).distinct().toList();
    }

    /** Returns the first volume that only one release at a time may have. */
    Optional<Volume> exclusiveVolume() {
        return volumes().filter(Volume::single).findFirst();
    }

    private Stream<Volume> volumes() {
        return containers.stream().flatMap(c -> c.volumes().stream());
    }
}
