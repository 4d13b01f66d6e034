package io.github.fullstackmaven.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What Maven knows about where a goal runs.
 *
 * @param directory the project's directory, or the working directory when there is no POM
 * @param artifact the project's artifactId and version; absent when there is no POM
 */
public record Context(Path directory, Optional<Artifact> artifact) {
    /**
     * The project's coordinates as far as they name something here.
     *
     * @param id the artifactId
     * @param version the version
     */
    public record Artifact(String id, String version) {}
}
