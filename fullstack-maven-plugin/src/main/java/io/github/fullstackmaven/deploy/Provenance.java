package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.ImageState;
import java.util.Optional;

/**
 * Where the image of a release comes from, as far as that is known.
 *
 * @param imageId its id
 * @param image its name when the release was made
 * @param revision the revision of the sources, which the image has in a label
 */
record Provenance(String imageId, String image, Optional<String> revision) {
    private static final String REVISION = "org.opencontainers.image.revision";

    static Provenance of(Blueprint blueprint, Optional<ImageState> image) {
        return new Provenance(
                blueprint.imageId(),
                blueprint.imageName(blueprint.imageId()),
                image.map(i -> i.labels().get(REVISION)).filter(r -> !r.isBlank()));
    }
}
