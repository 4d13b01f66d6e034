package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.ContainerSpec;
import io.github.fullstackmaven.model.Volume;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the unit of a release is made of: enough to make it a second time, exactly as it was.
 *
 * @param images the names that its images had: id to {@code shop:1.2}
 * @param model the hash of all that makes the release
 * @param port where its gateway listens
 * @param pages whether it has pages whose files open windows may still ask for
 * @param processes the names of what runs in it besides the gateway
 * @param containers its containers, described, in the order of their start: the last one is what
 *     the edge talks to; with the values of variables
 */
record Blueprint(
        Map<String, String> images,
        String model,
        int port,
        boolean pages,
        List<String> processes,
        List<ContainerSpec> containers) {
    Blueprint {
        images = Collections.unmodifiableMap(new TreeMap<>(images));
        processes = List.copyOf(processes);
        containers = List.copyOf(containers);
    }

    /** Returns the names of the containers. */
    UnitName unit() {
        List<String> names = containers.stream().map(c -> c.name().orElseThrow()).toList();
        int last = names.size() - 1;
        return new UnitName(names.get(last), names.subList(0, last));
    }

    /** Returns the ids of the images, each once; the one that the edge talks to comes first. */
    List<String> imageIds() {
        return Stream.concat(
                        Stream.of(reached().image()), containers.stream().map(ContainerSpec::image))
                .distinct()
                .toList();
    }

    /** Returns the id of the image that the edge talks to. */
    String imageId() {
        return reached().image();
    }

    /** Returns whom it runs as, {@code uid:gid}. */
    String user() {
        return containers.get(0).user().orElseThrow();
    }

    /** Returns what an image was called; its id where that is not known. */
    String imageName(String id) {
        return images.getOrDefault(id, id);
    }

    /** Returns role to image of all containers. */
    Map<String, String> imagesByRole() {
        Map<String, String> byRole = new TreeMap<>();
        containers.forEach(c -> byRole.put(c.labels().getOrDefault(Labels.ROLE, ""), c.image()));
        return byRole;
    }

    private ContainerSpec reached() {
        return containers.get(containers.size() - 1);
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
