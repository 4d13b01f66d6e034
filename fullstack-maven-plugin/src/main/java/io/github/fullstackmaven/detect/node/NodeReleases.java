package io.github.fullstackmaven.detect.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The releases of Node.js that are known.
 *
 * @param releases all of them, oldest first
 * @param supported the majors that still get fixes, oldest first
 * @param newest the major that is taken when nothing is said
 */
record NodeReleases(List<Release> releases, List<Integer> supported, int newest) {
    private static final String FILE = "/META-INF/fullstack/node-releases.json";

    /** One major version: number, code name of its long-term support, end of life. */
    record Release(int major, String lts, String end) {}

    NodeReleases {
        releases = List.copyOf(releases);
        supported = List.copyOf(supported);
    }

    static NodeReleases load() {
        try (InputStream file = NodeReleases.class.getResourceAsStream(FILE)) {
            JsonNode root = JsonMapper.builder().build().readTree(file);
            List<Release> releases = new ArrayList<>();
            for (JsonNode node : root.path("releases")) {
                releases.add(
                        new Release(
                                node.path("major").intValue(),
                                node.path("lts").asText(),
                                node.path("end").asText()));
            }
            List<Integer> supported = new ArrayList<>();
            root.path("supported").forEach(node -> supported.add(node.intValue()));
            return new NodeReleases(releases, supported, root.path("newest").intValue());
        } catch (IOException broken) {
            throw new UncheckedIOException(FILE, broken);
        }
    }

    /** Returns the major of a code name, {@code jod}. */
    Optional<Integer> byName(String lts) {
        return releases.stream()
                .filter(r -> !r.lts().isEmpty() && r.lts().equals(lts.toLowerCase(Locale.ROOT)))
                .map(Release::major)
                .findFirst();
    }

    boolean isSupported(int major) {
        return supported.contains(major);
    }
}
