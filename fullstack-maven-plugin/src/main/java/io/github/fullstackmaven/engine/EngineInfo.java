package io.github.fullstackmaven.engine;

/**
 * What an engine says of itself.
 *
 * @param name {@code docker}
 * @param version the engine's version
 * @param clientVersion the version of its program on this machine
 * @param platform what it runs containers for, {@code linux/amd64}
 */
public record EngineInfo(String name, String version, String clientVersion, String platform) {}
