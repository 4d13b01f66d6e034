package io.github.fullstackmaven.engine;

/**
 * A port of the host that leads into a container.
 *
 * @param hostPort the port of the host
 * @param containerPort the port in the container
 */
public record Published(int hostPort, int containerPort) {}
