package io.github.fullstackmaven.detect.node;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A lock file of npm 7 and newer, read the way {@code npm ci} does before it installs: the
 * manifests are what they were, and whatever a package needs lies where Node.js looks for it.
 * Versions are not compared.
 */
final class NpmLock {
    private static final List<String> SECTIONS =
            List.of("dependencies", "devDependencies", "optionalDependencies");
    private static final String MODULES = "node_modules/";

    private final JsonNode packages;
    private final boolean withPeers;

    /**
     * @param lock its content
     * @param withPeers whether npm installs what packages want beside them
     */
    NpmLock(JsonNode lock, boolean withPeers) {
        this.packages = lock.path("packages");
        this.withPeers = withPeers;
    }

    /**
     * Returns why {@code npm ci} refuses it; empty where it does not, or where that cannot be told.
     *
     * @param manifest a project's manifest, by its directory relative to the lock file; empty for
     *     the lock file's own
     */
    Optional<String> disagreement(Function<String, Optional<JsonNode>> manifest) {
        if (packages.path("").isMissingNode()) {
            return Optional.empty();
        }
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : packages.properties()) {
            String path = entry.getKey();
            if (!path.contains(MODULES)) {
                Optional<String> changed =
                        manifest.apply(path).flatMap(root -> changed(path, root, entry.getValue()));
                if (changed.isPresent()) {
                    return changed;
                }
            }
            needed(path, entry.getValue()).stream()
                    .filter(name -> !isThere(path, name))
                    .map(name -> name + (path.isEmpty() ? "" : ", which " + path + " needs"))
                    .forEach(missing::add);
        }
        return missing.stream()
                .findFirst()
                .map(
                        first ->
                                "has no entry for "
                                        + first
                                        + (missing.size() > 1
                                                ? ", and " + (missing.size() - 1) + " others"
                                                : ""));
    }

    private static Optional<String> changed(String path, JsonNode manifest, JsonNode locked) {
        for (String section : SECTIONS) {
            if (!isSame(manifest.path(section), locked.path(section))) {
                return Optional.of(
                        "does not agree with the "
                                + section
                                + " of "
                                + (path.isEmpty() ? "" : path + "/")
                                + "package.json");
            }
        }
        return Optional.empty();
    }

    private static boolean isSame(JsonNode wanted, JsonNode locked) {
        return wanted.size() == locked.size()
                && wanted.properties().stream()
                        .allMatch(e -> e.getValue().equals(locked.path(e.getKey())));
    }

    private List<String> needed(String path, JsonNode entry) {
        List<String> names = new ArrayList<>();
        if (entry.path("link").asBoolean()) {
            return names;
        }
        entry.path("dependencies").properties().forEach(e -> names.add(e.getKey()));
        if (!path.contains(MODULES)) {
            entry.path("devDependencies").properties().forEach(e -> names.add(e.getKey()));
        }
        if (withPeers) {
            entry.path("peerDependencies").properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(name -> !isOptionalPeer(entry, name))
                    .forEach(names::add);
        }
        names.removeIf(name -> entry.path("optionalDependencies").has(name));
        names.removeIf(name -> isBundled(entry, name));
        return names;
    }

    private static boolean isOptionalPeer(JsonNode entry, String name) {
        return entry.path("peerDependenciesMeta").path(name).path("optional").asBoolean();
    }

    /** What a package brings along need not be listed. */
    private static boolean isBundled(JsonNode entry, String name) {
        JsonNode bundled =
                entry.has("bundleDependencies")
                        ? entry.path("bundleDependencies")
                        : entry.path("bundledDependencies");
        if (entry.path("inBundle").asBoolean() || bundled.asBoolean()) {
            return true;
        }
        for (JsonNode one : bundled) {
            if (one.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Looks beside the package, and then in each directory above. */
    private boolean isThere(String path, String name) {
        String directory = path;
        while (true) {
            String place = directory.isEmpty() ? MODULES + name : directory + "/" + MODULES + name;
            if (packages.has(place)) {
                return true;
            }
            if (directory.isEmpty()) {
                return false;
            }
            directory = directory.substring(0, Math.max(0, directory.lastIndexOf('/')));
        }
    }
}
