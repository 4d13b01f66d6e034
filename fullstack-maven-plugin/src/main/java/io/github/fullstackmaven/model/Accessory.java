package io.github.fullstackmaven.model;

import java.util.List;
import java.util.Optional;

/**
 * A database, a cache or the like: an image of somebody else's that an application needs, and that
 * outlives its releases.
 *
 * @param name its name, by which the back end reaches it; a label of a host name
 * @param image its image, with a tag or a digest
 * @param user numeric user, and perhaps group; absent: whom the image says
 * @param variables what it finds in its environment; those of another source than {@link
 *     Variables#POM} are the application's own and may be secret
 * @param volumes storage that outlives it as well
 * @param health a line for a shell in it that ends with 0 when it is well; absent: the image's own
 *     check, if it has one
 * @param resources what it may use
 * @param command the arguments of the image's program; empty: the image's own
 */
public record Accessory(
        String name,
        String image,
        Optional<String> user,
        Variables variables,
        List<Volume> volumes,
        Optional<String> health,
        Resources resources,
        List<String> command) {
    public Accessory {
        volumes = List.copyOf(volumes);
        command = List.copyOf(command);
    }
}
