package io.github.fullstackmaven.goal.templates;

import java.util.Optional;

/** How a repository's own file stands to the built-in one of its name. */
public enum TemplateState {
    /** There is none. */
    ABSENT("not there"),
    /** It is the built-in one. */
    SAME("as built in"),
    /** It is a built-in one of another release, which nobody has changed. */
    LEFT_BEHIND("as built in before"),
    /** It was changed, and what it was copied from is still the built-in one. */
    CHANGED("changed by you"),
    /** It was changed, and so was the built-in one since it was copied. */
    BOTH_CHANGED("changed by you, and since then by us"),
    /** It differs, and nothing says what it was copied from. */
    UNKNOWN("yours; not copied by this goal");

    private final String description;

    TemplateState(String description) {
        this.description = description;
    }

    /** Returns it in words. */
    public String description() {
        return description;
    }

    /** Returns true when the built-in file has something that this one may miss. */
    public boolean mayMissSomething() {
        return this == LEFT_BEHIND || this == BOTH_CHANGED;
    }

    /**
     * Compares.
     *
     * @param own the repository's file
     * @param copiedFrom the digest of the built-in file that it was copied from
     * @param builtIn the built-in file of today
     */
    public static TemplateState of(
            Optional<String> own, Optional<String> copiedFrom, String builtIn) {
        if (own.isEmpty()) {
            return ABSENT;
        }
        String ours = Copied.digestOf(builtIn);
        String theirs = Copied.digestOf(own.get());
        if (theirs.equals(ours)) {
            return SAME;
        }
        if (copiedFrom.isEmpty()) {
            return UNKNOWN;
        }
        if (theirs.equals(copiedFrom.get())) {
            return LEFT_BEHIND;
        }
        return ours.equals(copiedFrom.get()) ? CHANGED : BOTH_CHANGED;
    }
}
