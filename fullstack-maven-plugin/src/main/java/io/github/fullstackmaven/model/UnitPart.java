package io.github.fullstackmaven.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one container of a unit is for.
 *
 * @param role {@code app}; in layout {@code split}: {@code gateway}, or the name of the process
 * @param image the name of its image, {@code name:tag}
 * @param process what runs in it and nothing else; absent where the gateway is in it
 */
public record UnitPart(String role, String image, Optional<Service> process) {
    /** Gateway and processes in one container. */
    public static final String APP = "app";

    /** The nginx of a unit, in a container of its own. */
    public static final String GATEWAY = "gateway";

    /**
     * Returns the parts of an application's units in the order of their start. The last one is what
     * the edge talks to.
     */
    public static List<UnitPart> of(Application application) {
        Images images = application.images();
        if (application.layout() == Layout.SINGLE) {
            return List.of(new UnitPart(APP, images.app(), Optional.empty()));
        }
        List<UnitPart> parts = new ArrayList<>();
        for (Service process : application.processes()) {
            parts.add(new UnitPart(process.name(), images.of(process), Optional.of(process)));
        }
        parts.add(new UnitPart(GATEWAY, images.app(), Optional.empty()));
        return List.copyOf(parts);
    }
}
