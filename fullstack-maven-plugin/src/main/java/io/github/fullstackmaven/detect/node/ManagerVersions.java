package io.github.fullstackmaven.detect.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which release of a package manager is installed into the image. */
final class ManagerVersions {
    private static final String FILE = "/META-INF/fullstack/node-managers.json";
    private static final Pattern FORMAT =
            Pattern.compile("(?m)^(?:lockfileVersion: '?|  version: )([0-9.]+)'?\\s*$");
    private static final Pattern VERSION = Pattern.compile("[0-9][0-9A-Za-z.-]*");
    private static final int HEAD = 2_000;

    private static final JsonNode TABLE = load();

    private ManagerVersions() {}

    private static JsonNode load() {
        try (InputStream file = ManagerVersions.class.getResourceAsStream(FILE)) {
            return JsonMapper.builder().build().readTree(file).path("managers");
        } catch (IOException broken) {
            throw new UncheckedIOException(FILE, broken);
        }
    }

    /** Returns the version that wrote a lock file, as far as its format tells. */
    static Optional<String> ofLock(ManagerTool tool, String lock) {
        String head = lock.substring(0, Math.min(HEAD, lock.length()));
        Matcher format = FORMAT.matcher(head);
        return format.find()
                ? text(entry(tool).path("formats").path(format.group(1)))
                : Optional.empty();
    }

    /** Returns the commands that bring a package manager into an image that has npm. */
    static List<String> setup(PackageManager manager) {
        JsonNode entry = entry(manager.tool());
        if (entry.isMissingNode()) {
            return List.of();
        }
        String version =
                manager.version()
                        .map(text -> text.replaceFirst("^v", ""))
                        .filter(text -> VERSION.matcher(text).matches())
                        .orElse(entry.path("version").asText());
        return List.of(
                "npm install --global --force " + entry.path("package").asText() + "@" + version);
    }

    private static JsonNode entry(ManagerTool tool) {
        return TABLE.path(tool.name().toLowerCase(Locale.ROOT));
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
    }
}
