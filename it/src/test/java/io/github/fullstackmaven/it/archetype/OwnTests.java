package io.github.fullstackmaven.it.archetype;

import io.github.fullstackmaven.it.docker.Docker;
import io.github.fullstackmaven.it.sample.Directories;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tests of a new repository, as its build machine runs them, in the images that the plugin
 * builds with. A part that was tested with the very same files is not tested again.
 */
final class OwnTests {
    private static final Map<String, String> IMAGES =
            Map.of(
                    "node", "docker.io/library/node:26-trixie-slim",
                    "go", "docker.io/library/golang:1.26-trixie",
                    "python", "docker.io/library/python:3.13-slim-trixie",
                    "java", "docker.io/library/maven:3.9-eclipse-temurin-21",
                    "rust", "docker.io/library/rust:1.96-slim-trixie");

    private final Map<Map<String, String>, Docker.Ended> ended = new HashMap<>();

    /** Runs those of the front end. */
    Docker.Ended ofTheFrontend(Path repository) throws IOException {
        return run(repository, "frontend", IMAGES.get("node"), ".gitlab-ci.yml");
    }

    /** Runs those of the back end. */
    Docker.Ended ofTheBackend(Path repository, String backend) throws IOException {
        return run(repository, "backend", IMAGES.get(backend), ".gitlab/backend.yml");
    }

    private Docker.Ended run(Path repository, String part, String image, String pipeline)
            throws IOException {
        Map<String, String> files = Directories.digests(repository.resolve(part));
        Docker.Ended known = ended.get(files);
        if (known != null) {
            return known;
        }
        List<String> commands = Pipeline.read(repository.resolve(pipeline)).section(part).script();
        String script = "set -e\ncp -r /src /work\ncd /work\n" + String.join("\n", commands);
        Docker.Ended now =
                Docker.attempt(
                        repository,
                        Map.of(),
                        "run",
                        "--rm",
                        "--volume",
                        repository + ":/src:ro",
                        image,
                        "sh",
                        "-c",
                        script);
        ended.put(files, now);
        return now;
    }
}
