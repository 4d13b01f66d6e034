package io.github.fullstackmaven.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of base images, by role. */
public final class BaseImages {
    private static final String FILE = "/META-INF/fullstack/base-images.json";
    private static final Pattern TAG = Pattern.compile("(.*:)(\\d+(?:\\.\\d+)*)(.*)");
    private static final Pattern HOST = Pattern.compile("([^/]*[.:][^/]*|localhost)/(.*)");

    private final Map<String, String> images = new TreeMap<>();

    private BaseImages() {}

    /** Returns the images that a request asks for, whatever the repository needs. */
    public static Map<String, String> of(Request request) {
        BaseImages table = table();
        table.settle(request);
        return table.images();
    }

    /** Reads the built-in table. */
    static BaseImages table() {
        BaseImages table = new BaseImages();
        try (InputStream file = BaseImages.class.getResourceAsStream(FILE)) {
            JsonNode root = JsonMapper.builder().build().readTree(file);
            root.path("images")
                    .properties()
                    .forEach(e -> table.images.put(e.getKey(), e.getValue().asText()));
        } catch (IOException broken) {
            throw new UncheckedIOException(FILE, broken);
        }
        return table;
    }

    /** Returns the version in the tag of a role's image. */
    Optional<String> version(String role) {
        return Optional.ofNullable(images.get(role))
                .map(TAG::matcher)
                .filter(Matcher::matches)
                .map(tag -> tag.group(2));
    }

    /** Takes another version for a role; the rest of the tag stays. */
    void pin(String role, String version) {
        images.computeIfPresent(
                role,
                (same, image) -> {
                    Matcher tag = TAG.matcher(image);
                    return tag.matches() ? tag.group(1) + version + tag.group(3) : image;
                });
    }

    /** Lays what the user said over the table. */
    void settle(Request request) {
        request.baseRegistry().ifPresent(this::mirror);
        override(request.baseImages());
    }

    /** Takes the images from a mirror. */
    void mirror(String registry) {
        String host =
                registry.endsWith("/") ? registry.substring(0, registry.length() - 1) : registry;
        images.replaceAll(
                (role, image) -> {
                    Matcher name = HOST.matcher(image);
                    return host + "/" + (name.matches() ? name.group(2) : image);
                });
    }

    /** Lays the user's images over the table; a mirror does not change them. */
    void override(Map<String, String> byUser) {
        images.putAll(byUser);
    }

    Map<String, String> images() {
        return new TreeMap<>(images);
    }
}
