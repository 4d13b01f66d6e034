package io.github.fullstackmaven.stages;

import java.util.List;
import java.util.Optional;

/** A service that a Dockerfile of its own builds; its image is there before this build begins. */
final class DockerfileStages implements ServiceStages {
    private final Part part;

    DockerfileStages(Part part) {
        this.part = part;
    }

    @Override
    public List<Stage> stages() {
        return List.of(
                new Stage(
                        part.stage(),
                        "The image that the service's own Dockerfile makes.",
                        part.images().own(part.service()),
                        List.of()));
    }

    @Override
    public Needs needs() {
        return Needs.NOTHING;
    }

    @Override
    public Optional<String> ground() {
        return Optional.of(part.stage());
    }
}
