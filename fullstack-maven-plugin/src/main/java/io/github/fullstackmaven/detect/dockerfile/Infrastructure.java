package io.github.fullstackmaven.detect.dockerfile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells a program of the repository from a database, cache or web server that only gets its
 * configuration.
 */
final class Infrastructure {
    private static final String FILE = "/META-INF/fullstack/infrastructure-images.json";
    private static final Set<String> KNOWN = known();

    private Infrastructure() {}

    /** Returns true when the last stage stands on such an image and starts nothing else. */
    static boolean is(DockerfileContent content, ImageSettings settings) {
        return content.ground()
                .map(ImageStage::baseName)
                .filter(KNOWN::contains)
                .filter(name -> startsItself(name, settings.argv()))
                .isPresent();
    }

    /** {@code nginx -g …}, {@code redis-server}, {@code docker-entrypoint.sh mysqld}. */
    private static boolean startsItself(String name, List<String> argv) {
        String stem = name.replaceFirst("-.*", "");
        return argv.isEmpty()
                || argv.stream()
                        .anyMatch(
                                word ->
                                        word.contains(stem)
                                                || word.endsWith("docker-entrypoint.sh"));
    }

    private static Set<String> known() {
        try (InputStream file = Infrastructure.class.getResourceAsStream(FILE)) {
            Set<String> names = new HashSet<>();
            for (JsonNode name : JsonMapper.builder().build().readTree(file).path("images")) {
                names.add(name.asText());
            }
            return Set.copyOf(names);
        } catch (IOException broken) {
            throw new UncheckedIOException(FILE, broken);
        }
    }
}
