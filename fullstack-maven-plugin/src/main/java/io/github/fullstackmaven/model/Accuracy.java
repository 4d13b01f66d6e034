package io.github.fullstackmaven.model;

import java.util.Locale;

/** How sure the detector is. */
public enum Accuracy {
    LOW,
    MEDIUM,
    HIGH,
    /** Set by the user. */
    FORCED;

    /** Returns the name in {@code plan.json}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
