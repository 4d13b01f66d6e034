package io.github.fullstackmaven.model;

import java.util.Locale;

/** What builds a service. */
public enum Builder {
    /** The tools of its ecosystem, on their base images. */
    NATIVE,
    /** The repository's own {@code flake.nix}. */
    NIX;

    /** Returns the name in settings. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
