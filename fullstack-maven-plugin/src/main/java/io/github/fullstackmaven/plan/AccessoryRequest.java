package io.github.fullstackmaven.plan;

import io.github.fullstackmaven.model.Resources;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the user says of one accessory.
 *
 * @param name its name
 * @param image its image
 * @param user whom it runs as
 * @param variables its variables
 * @param passed the names of variables of the application that it gets as well
 * @param volumes {@code source:target[:ro]}
 * @param health a line for a shell
 * @param resources limits
 * @param command what the image's program is given
 */
public record AccessoryRequest(
        String name,
        String image,
        Optional<String> user,
        Map<String, String> variables,
        List<String> passed,
        List<String> volumes,
        Optional<String> health,
        Resources resources,
        Optional<String> command) {
    public AccessoryRequest {
        variables = Map.copyOf(variables);
        passed = List.copyOf(passed);
        volumes = List.copyOf(volumes);
    }

    /** Returns where it stands, for people. */
    String place() {
        return "<accessory> " + name;
    }
}
