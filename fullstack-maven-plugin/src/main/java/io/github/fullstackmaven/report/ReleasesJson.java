package io.github.fullstackmaven.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes {@code releases.json}: the releases of an application, newest first.
 *
 * @param application the application's name
 * @param environment the environment as the user wrote it
 * @param releases the releases
 */
public record ReleasesJson(String application, String environment, List<Entry> releases) {
    /** A release; what is not known is absent. */
    public record Entry(
            String release,
            String state,
            boolean live,
            Optional<Instant> time,
            Optional<Duration> took,
            Optional<String> by,
            Optional<String> cause,
            Optional<String> image,
            Optional<String> imageId,
            Optional<String> revision) {}

    public ReleasesJson {
        releases = List.copyOf(releases);
    }

    /** Returns the file's content. */
    public String text() {
        ObjectNode document =
                Json.document().put("application", application).put("environment", environment);
        ArrayNode list = document.putArray("releases");
        for (Entry entry : releases) {
            ObjectNode node =
                    list.addObject()
                            .put("release", entry.release())
                            .put("state", entry.state())
                            .put("live", entry.live());
            entry.time().ifPresent(t -> node.put("time", t.toString()));
            entry.took().ifPresent(t -> node.put("tookMillis", t.toMillis()));
            entry.by().ifPresent(b -> node.put("by", b));
            entry.cause().ifPresent(c -> node.put("cause", c));
            entry.image().ifPresent(i -> node.put("image", i));
            entry.imageId().ifPresent(i -> node.put("imageId", i));
            entry.revision().ifPresent(r -> node.put("revision", r));
        }
        return Json.text(document);
    }
}
