package io.github.fullstackmaven.goal;

import io.github.fullstackmaven.host.HookToken;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import java.util.Optional;

/**
 * A hook may call this tool, but for the one application whose deployment waits for the hook: that
 * deployment has the lock, and to wait for it would never end.
 */
final class WithinHook {
    private WithinHook() {}

    /**
     * Refuses to change an application from within its own hook.
     *
     * @throws FullstackException {@code FS-HOOK-005}
     */
    static void refuse(Application application) {
        refuse(application, HookToken.here());
    }

    static void refuse(Application application, Optional<String> hookOf) {
        if (hookOf.equals(Optional.of(application.id()))) {
            throw FullstackException.project(
                    Finding.error(
                            "FS-HOOK-005",
                            "this runs in a hook of "
                                    + application.title()
                                    + ", whose deployment waits for the hook to end",
                            "leave the change to that deployment; status, logs and other"
                                    + " applications can be asked for"));
        }
    }
}
