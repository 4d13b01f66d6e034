package io.github.fullstackmaven.plan;

import io.github.fullstackmaven.model.Sourced;
import java.util.List;

/**
 * What the user says of accessories.
 *
 * @param accessories what the application needs
 * @param recreated the names of those that are to be made again now
 */
public record AccessoriesRequest(
        List<AccessoryRequest> accessories, List<Sourced<String>> recreated) {
    /** Nothing is said. */
    public static final AccessoriesRequest NONE = new AccessoriesRequest(List.of(), List.of());

    public AccessoriesRequest {
        accessories = List.copyOf(accessories);
        recreated = List.copyOf(recreated);
    }
}
