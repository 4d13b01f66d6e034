package io.github.fullstackmaven.model;

/**
 * Storage that outlives a release.
 *
 * @param source a volume's name, or an absolute path on the engine's host
 * @param target an absolute directory inside the container
 * @param readOnly whether the unit may only read it
 * @param single whether only one release may have it at a time
 * @param origin who asked for it
 */
public record Volume(
        String source, String target, boolean readOnly, boolean single, String origin) {
    /** Returns true for a volume that the engine manages, false for a directory of the host. */
    public boolean isNamed() {
        return !source.startsWith("/");
    }
}
