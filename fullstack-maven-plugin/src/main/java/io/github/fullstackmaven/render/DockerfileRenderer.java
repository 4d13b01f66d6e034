package io.github.fullstackmaven.render;

import io.github.fullstackmaven.stages.Build;
import java.util.Map;

/** Writes the stages of a build as a Dockerfile. */
final class DockerfileRenderer {
    private final TemplateEngine engine;

    DockerfileRenderer(TemplateEngine engine) {
        this.engine = engine;
    }

    Artefact render(Build build) {
        return Artefact.file(
                "Dockerfile",
                engine.fill(
                        "Dockerfile.vm",
                        Map.of("docker", new DockerfileText(), "stages", build.stages())));
    }
}
