package io.github.fullstackmaven.model;

import java.util.List;

/**
 * What a release has around it besides its own containers.
 *
 * @param hooks what is run once for it
 * @param secrets what it finds in files that nobody else can read
 * @param accessories what it reaches by name, and what outlives it
 */
public record Surroundings(Hooks hooks, List<Secret> secrets, List<Accessory> accessories) {
    /** Nothing. */
    public static final Surroundings NONE = new Surroundings(Hooks.NONE, List.of());

    /** Without accessories. */
    public Surroundings(Hooks hooks, List<Secret> secrets) {
        this(hooks, secrets, List.of());
    }

    public Surroundings {
        secrets = List.copyOf(secrets);
        accessories = List.copyOf(accessories);
    }

    /** Returns the same with other hooks. */
    public Surroundings with(Hooks others) {
        return new Surroundings(others, secrets, accessories);
    }

    /** Returns the same with other secrets. */
    public Surroundings with(List<Secret> others) {
        return new Surroundings(hooks, others, accessories);
    }

    /** Returns the same with other accessories. */
    public Surroundings withAccessories(List<Accessory> others) {
        return new Surroundings(hooks, secrets, others);
    }
}
