package io.github.fullstackmaven.host;

import java.util.Optional;

/** What a hook of a deployment finds in its environment, so that it is known for one. */
public final class HookToken {
    /** The variable that names the application and environment whose hook it is. */
    public static final String NAME = "FULLSTACK_HOOK_OF";

    private HookToken() {}

    /** Returns whose hook this process is in; empty when it is in none. */
    public static Optional<String> here() {
        return Optional.ofNullable(System.getenv(NAME)).filter(id -> !id.isEmpty());
    }
}
