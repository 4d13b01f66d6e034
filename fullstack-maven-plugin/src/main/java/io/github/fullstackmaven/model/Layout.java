package io.github.fullstackmaven.model;

import java.util.Locale;

/** How many containers a unit has. */
public enum Layout {
    /** One container: gateway and back end under a supervisor. */
    SINGLE,
    /** Two containers: gateway and back end. */
    SPLIT;

    /** Returns the name in settings and files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
