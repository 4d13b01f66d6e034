package io.github.fullstackmaven.deploy;

import java.util.Locale;

/** How a deployment ended. */
public enum Outcome {
    /** The new release is live. */
    LIVE,
    /** Nothing had to be done. */
    UNCHANGED,
    /** The new release never got well; the one before is live. */
    UNHEALTHY,
    /** The edge did not switch; the release before is live. */
    SWITCH_FAILED,
    /** The new release failed soon after the switch; the one before is live again. */
    ROLLED_BACK,
    /** Somebody else deploys. */
    LOCKED,
    /** It was not begun: something is wrong with what is asked for, or with the machine. */
    REFUSED,
    /** The user stopped it; the release before is live. */
    INTERRUPTED;

    /** Returns the name in {@code deployment.json}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
