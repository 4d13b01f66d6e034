package io.github.fullstackmaven.engine;

import java.util.List;

/**
 * Where engines of one family differ; everything else of their command lines is the same.
 *
 * @param name the engine's name in settings
 * @param executable the program
 * @param createFlags flags that every new container needs
 */
record Dialect(String name, String executable, List<String> createFlags) {
    /** Docker Engine. */
    static final Dialect DOCKER = new Dialect("docker", "docker", List.of());

    Dialect {
        createFlags = List.copyOf(createFlags);
    }
}
