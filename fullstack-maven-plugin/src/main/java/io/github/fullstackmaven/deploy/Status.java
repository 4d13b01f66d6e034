package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.model.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How an application is doing.
 *
 * @param application its name
 * @param environment the environment as the user wrote it
 * @param release the release that the edge serves; absent when nothing is live
 * @param imageId the image of that release
 * @param health how its container is: as the engine words it, {@code stopped} or {@code missing}
 * @param since when its container was started, as the engine writes it
 * @param url where it answers
 * @param containers all containers of its units: role, name, state
 * @param accessories its accessories
 * @param edge the edge's name
 * @param edgeRunning whether the edge runs
 * @param edgeVersion the version of the nginx that the edge runs; absent while it does not run
 * @param edgeOutdated why the goal {@code upgrade-edge} would make the edge anew; absent where it
 *     would not
 * @param edgeUpgrading who upgrades the edge just now
 * @param certificateExpires when the certificate that the edge has for it ends
 * @param deploying who deploys just now
 * @param setAside the applications on this edge that it cannot serve, and why
 * @param leftOver what an earlier deployment left, and the next one puts in order
 * @param ports where the edge listens
 * @param disk what it takes of the engine's disk
 */
public record Status(
        String application,
        String environment,
        Optional<String> release,
        Optional<String> imageId,
        String health,
        Optional<String> since,
        String url,
        List<Row> containers,
        List<Accessory> accessories,
        String edge,
        boolean edgeRunning,
        Optional<String> edgeVersion,
        Optional<String> edgeOutdated,
        Optional<String> edgeUpgrading,
        Optional<Instant> certificateExpires,
        Optional<String> deploying,
        List<Finding> setAside,
        List<String> leftOver,
        Ports ports,
        Disk disk) {

    /** The ports of the host; HTTPS is absent where the edge was made without. */
    public record Ports(int http, OptionalInt https) {}

    /**
     * What it takes of the engine's disk.
     *
     * @param free what is left; absent when that is not known
     * @param images how many images of it are kept
     * @param imageBytes how much they take, each counted as a whole
     * @param volumes its volumes with data
     */
    public record Disk(OptionalLong free, int images, long imageBytes, List<VolumeSize> volumes) {
        public Disk {
            volumes = List.copyOf(volumes);
        }
    }

    /** A volume and how much is in it. */
    public record VolumeSize(String name, long bytes) {}

    /** A container: its release, its name, its id and what the engine says of it. */
    public record Row(String release, String name, String id, String state) {}

    /** An accessory: its name, its container's name and id, its image, what the engine says. */
    public record Accessory(String name, String container, String id, String image, String state) {}

    public Status {
        containers = List.copyOf(containers);
        accessories = List.copyOf(accessories);
        setAside = List.copyOf(setAside);
        leftOver = List.copyOf(leftOver);
    }
}
