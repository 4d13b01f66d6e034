package io.github.fullstackmaven.stages;

import io.github.fullstackmaven.model.Service;

/**
 * The part of the build context that is generated.
 *
 * @param output the output directory, relative to the repository, {@code target/fullstack}
 */
public record GeneratedContext(String output) {
    /** The directory below the output directory that goes into the build context. */
    public static final String DIRECTORY = "context";

    /** Returns a generated file, relative to the repository. */
    public String file(String name) {
        return output + "/" + DIRECTORY + "/" + name;
    }

    /** Returns the directory itself, relative to the repository. */
    public String directory() {
        return output + "/" + DIRECTORY;
    }

    /** Returns the directory of a service's skeleton, relative to the repository. */
    public String skeleton(Service service) {
        return file("skeleton/" + service.name());
    }
}
