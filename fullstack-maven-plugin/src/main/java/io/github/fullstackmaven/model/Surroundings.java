package io.github.fullstackmaven.model;

import java.util.List;

/**
 * What a release has around it besides its own containers.
 *
 * @param hooks what is run once for it
 * @param secrets what it finds in files that nobody else can read
 */
public record Surroundings(Hooks hooks, List<Secret> secrets) {
    /** Nothing. */
    public static final Surroundings NONE = new Surroundings(Hooks.NONE, List.of());

    public Surroundings {
        secrets = List.copyOf(secrets);
    }

    /** Returns the same with other hooks. */
    public Surroundings with(Hooks others) {
        return new Surroundings(others, secrets);
    }

    /** Returns the same with other secrets. */
    public Surroundings with(List<Secret> others) {
        return new Surroundings(hooks, others);
    }
}
