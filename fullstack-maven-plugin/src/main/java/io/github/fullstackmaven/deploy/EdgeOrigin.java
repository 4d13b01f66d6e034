package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.ContainerState;
import io.github.fullstackmaven.engine.ImageState;
import java.util.Optional;

/** What an edge was made from, beside what it would be made from now. Pure. */
final class EdgeOrigin {
    private EdgeOrigin() {}

    /**
     * Returns why an edge is not what it would be if it were made now; nothing when it is.
     *
     * @param edge its container
     * @param image the name of the image that is configured
     * @param present that image; absent when the engine does not have it
     */
    static Optional<String> outdated(
            ContainerState edge, String image, Optional<ImageState> present) {
        if (present.isEmpty()) {
            return Optional.of("it runs another image than " + image);
        }
        if (!present.get().id().equals(edge.imageId())) {
            return Optional.of(
                    edge.image().equals(image)
                            ? image + " is a newer one now"
                            : "it was made from " + edge.image() + ", configured is " + image);
        }
        return edge.label(Labels.MODEL).equals(Optional.of(Specs.edgeModel()))
                ? Optional.empty()
                : Optional.of("it was made by another version of the plugin");
    }
}
