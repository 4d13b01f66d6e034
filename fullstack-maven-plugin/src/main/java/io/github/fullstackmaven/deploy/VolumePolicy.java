package io.github.fullstackmaven.deploy;

/** What becomes of an application's data when it is taken off the air. */
public enum VolumePolicy {
    /** It stays. */
    KEEP,
    /** It is removed, for good. */
    REMOVE
}
