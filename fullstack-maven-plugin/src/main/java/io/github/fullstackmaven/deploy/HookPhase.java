package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.model.Hook;
import io.github.fullstackmaven.model.Hooks;
import java.util.Locale;
import java.util.Optional;

/** When a hook is run. */
public enum HookPhase {
    /** Before the new release is started; a failure keeps it from being started. */
    PRE_DEPLOY,
    /** After the switch; a failure is a warning. */
    POST_DEPLOY;

    /** Returns its name in names of containers and for people. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Optional<Hook> of(Hooks hooks) {
        return this == PRE_DEPLOY ? hooks.before() : hooks.after();
    }
}
