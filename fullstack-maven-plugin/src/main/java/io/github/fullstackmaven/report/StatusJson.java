package io.github.fullstackmaven.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Writes {@code status.json}: how an application is doing. What is not known is absent.
 *
 * @param application the application's name
 * @param environment the environment as the user wrote it
 * @param release the release that is live
 * @param imageId its image
 * @param health how it is, as {@code status} prints it
 * @param since when it was started
 * @param url where it answers
 * @param containers all containers of its units
 * @param accessories its accessories
 * @param edge the edge
 * @param certificateExpires when its certificate ends
 * @param deploying who deploys just now
 * @param setAside the applications on the edge that it cannot serve, and why
 * @param leftOver what the next deployment puts in order
 * @param disk what it takes of the engine's disk
 */
public record StatusJson(
        String application,
        String environment,
        Optional<String> release,
        Optional<String> imageId,
        String health,
        Optional<Instant> since,
        String url,
        List<Container> containers,
        List<Accessory> accessories,
        Edge edge,
        Optional<Instant> certificateExpires,
        Optional<String> deploying,
        List<String> setAside,
        List<String> leftOver,
        Disk disk) {
    /** A container: its release, its name, its id and what the engine says of it. */
    public record Container(String release, String name, String id, String state) {}

    /** An accessory: its name, its container's name and id, its image, what the engine says. */
    public record Accessory(String name, String container, String id, String image, String state) {}

    /** The edge, its nginx, who upgrades it just now, and the ports of the host that it has. */
    public record Edge(
            String name,
            boolean running,
            Optional<String> version,
            Optional<String> upgrading,
            int httpPort,
            OptionalInt httpsPort) {}

    /** What is free, what the images take, and the volumes. */
    public record Disk(OptionalLong free, int images, long imageBytes, List<Volume> volumes) {
        public Disk {
            volumes = List.copyOf(volumes);
        }
    }

    /** A volume and how much is in it. */
    public record Volume(String name, long bytes) {}

    public StatusJson {
        containers = List.copyOf(containers);
        accessories = List.copyOf(accessories);
        setAside = List.copyOf(setAside);
        leftOver = List.copyOf(leftOver);
    }

    /** Returns the file's content. */
    public String text() {
        ObjectNode document =
                Json.document()
                        .put("application", application)
                        .put("environment", environment)
                        .put("live", release.isPresent());
        release.ifPresent(r -> document.put("release", r));
        imageId.ifPresent(i -> document.put("imageId", i));
        document.put("health", health);
        since.ifPresent(s -> document.put("since", s.toString()));
        document.put("url", url);
        ArrayNode list = document.putArray("containers");
        containers.forEach(
                c ->
                        list.addObject()
                                .put("release", c.release())
                                .put("name", c.name())
                                .put("id", c.id())
                                .put("state", c.state()));
        ArrayNode beside = document.putArray("accessories");
        accessories.forEach(
                a ->
                        beside.addObject()
                                .put("name", a.name())
                                .put("container", a.container())
                                .put("id", a.id())
                                .put("image", a.image())
                                .put("state", a.state()));
        ObjectNode gate =
                document.putObject("edge").put("name", edge.name()).put("running", edge.running());
        edge.version().ifPresent(v -> gate.put("version", v));
        edge.upgrading().ifPresent(u -> gate.put("upgrading", u));
        gate.put("httpPort", edge.httpPort());
        edge.httpsPort().ifPresent(p -> gate.put("httpsPort", p));
        certificateExpires.ifPresent(t -> document.put("certificateExpires", t.toString()));
        deploying.ifPresent(d -> document.put("deploying", d));
        Json.strings(document.putArray("setAside"), setAside);
        Json.strings(document.putArray("leftOver"), leftOver);
        ObjectNode space = document.putObject("disk");
        disk.free().ifPresent(f -> space.put("freeBytes", f));
        space.put("images", disk.images()).put("imageBytes", disk.imageBytes());
        ArrayNode volumes = space.putArray("volumes");
        disk.volumes()
                .forEach(v -> volumes.addObject().put("name", v.name()).put("bytes", v.bytes()));
        return Json.text(document);
    }
}
