package io.github.fullstackmaven.detect.python;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of building Python: its releases, the versions of the tools that we install, and
 * the libraries of the system that packages want.
 */
final class PythonBuilds {
    private static final String FILE = "/META-INF/fullstack/python-builds.json";

    private final JsonNode root;

    /**
     * What a dependency wants of the system.
     *
     * @param dependency its normalised name
     * @param source whether it always has to be compiled
     * @param unlessExtra the extra that brings the library along; empty when none does
     * @param build Debian packages to compile it
     * @param runtime Debian packages to run it
     */
    record Library(
            String dependency,
            boolean source,
            String unlessExtra,
            List<String> build,
            List<String> runtime) {}

    private PythonBuilds(JsonNode root) {
        this.root = root;
    }

    static PythonBuilds load() {
        try (InputStream file = PythonBuilds.class.getResourceAsStream(FILE)) {
            return new PythonBuilds(JsonMapper.builder().build().readTree(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(FILE, broken);
        }
    }

    /** Returns a tool with the version that we install, as pip takes it. */
    String tool(String name) {
        String version = root.path("tools").path(name).asText();
        if (version.isEmpty()) {
            throw new IllegalArgumentException(FILE + " has no version of " + name);
        }
        return name + "==" + version;
    }

    int oldestRelease() {
        return root.path("releases").path("oldest").intValue();
    }

    int builtInRelease() {
        return root.path("releases").path("builtIn").intValue();
    }

    int newestRelease() {
        return root.path("releases").path("newest").intValue();
    }

    /** Returns the Debian packages that compile an extension. */
    List<String> compiler() {
        return texts(root.path("compiler"));
    }

    List<Library> libraries() {
        List<Library> libraries = new ArrayList<>();
        for (JsonNode node : root.path("libraries")) {
            libraries.add(
                    new Library(
                            node.path("dependency").asText(),
                            node.path("source").asBoolean(false),
                            node.path("unlessExtra").asText(),
                            texts(node.path("build")),
                            texts(node.path("runtime"))));
        }
        return libraries;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
