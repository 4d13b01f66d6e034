package io.github.fullstackmaven.render;

import io.github.fullstackmaven.stages.Build;
import java.util.Map;
import java.util.Set;

/** Writes the stages of a build as a Dockerfile. */
final class DockerfileRenderer {
    private final TemplateEngine engine;
    private final Set<String> secrets;

    /**
     * Takes what it is written with.
     *
     * @param secrets the ids of the build secrets that there are: what reads one is done again when
     *     it changes
     */
    DockerfileRenderer(TemplateEngine engine, Set<String> secrets) {
        this.engine = engine;
        this.secrets = secrets;
    }

    Artefact render(Build build) {
        return Artefact.file(
                "Dockerfile",
                engine.fill(
                        "Dockerfile.vm",
                        Map.of(
                                "docker",
                                new DockerfileText(),
                                "secrets",
                                secrets,
                                "stages",
                                build.watching(secrets).stages())));
    }
}
