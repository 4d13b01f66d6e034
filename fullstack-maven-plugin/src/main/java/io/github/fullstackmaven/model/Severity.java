package io.github.fullstackmaven.model;

/** How bad a {@link Finding} is. */
public enum Severity {
    /** Worth knowing; nothing has to be done. */
    INFO,
    /** Likely to hurt later; fails the build where findings are strict. */
    WARNING,
    /** The build cannot go on. */
    ERROR
}
