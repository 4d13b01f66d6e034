package io.github.fullstackmaven.engine;

/**
 * What an engine says of itself.
 *
 * @param name {@code docker} or {@code podman}
 * @param version the engine's version
 * @param clientVersion the version of its program on this machine
 * @param platform what it runs containers for, {@code linux/amd64}
 * @param rootless whether podman says that it runs without root's rights; docker is not asked
 * @param host the machine that publishes the ports of its containers: {@code localhost}, or the
 *     name or address of a remote engine's
 */
public record EngineInfo(
        String name,
        String version,
        String clientVersion,
        String platform,
        boolean rootless,
        String host) {
    /** This machine. */
    public static final String HERE = "localhost";

    /** Returns name, version and, for an engine elsewhere, its machine, for people. */
    public String text() {
        return (rootless ? "rootless " : "")
                + name
                + " "
                + version
                + (host.equals(HERE) ? "" : " on " + host);
    }
}
