package io.github.fullstackmaven.detect.node;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The releases of Node.js that are known.
 *
 * @param schema of the file
 * @param about what the file is
 * @param releases all of them, oldest first
 * @param supported the majors that still get fixes, oldest first
 * @param newest the major that is taken when nothing is said
 */
record NodeReleases(
        @JsonProperty("schema") int schema,
        @JsonProperty("about") String about,
        @JsonProperty("releases") List<Release> releases,
        @JsonProperty("supported") List<Integer> supported,
        @JsonProperty("newest") int newest) {
    private static final String FILE = "/META-INF/fullstack/node-releases.json";

    /** One major version: number, code name of its long-term support, end of life. */
    record Release(
            @JsonProperty("major") int major,
            @JsonProperty("lts") String lts,
            @JsonProperty("end") String end) {}

    NodeReleases {
        releases = List.copyOf(releases);
        supported = List.copyOf(supported);
    }

    static NodeReleases load() {
        try (InputStream file = NodeReleases.class.getResourceAsStream(FILE)) {
            return JsonMapper.builder().build().readValue(file, NodeReleases.class);
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
