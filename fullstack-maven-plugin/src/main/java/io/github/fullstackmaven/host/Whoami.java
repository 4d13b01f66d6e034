package io.github.fullstackmaven.host;

/** Who runs this process, for others who wait for it. */
public final class Whoami {
    private Whoami() {}

    /** Returns user, host and process: {@code anna@build-7 (pid 4711)}. */
    public static String name() {
        String user = System.getProperty("user.name", "somebody");
        String host = System.getenv().getOrDefault("HOSTNAME", "this machine");
        return user + "@" + host + " (pid " + ProcessHandle.current().pid() + ")";
    }
}
