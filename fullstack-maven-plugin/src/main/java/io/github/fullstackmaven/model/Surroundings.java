package io.github.fullstackmaven.model;

/**
 * What a release has around it besides its own containers.
 *
 * @param hooks what is run once for it
 */
public record Surroundings(Hooks hooks) {
    /** Nothing. */
    public static final Surroundings NONE = new Surroundings(Hooks.NONE);
}
