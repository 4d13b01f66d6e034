package io.github.fullstackmaven.goal.dev;

/**
 * A request that the front end's dev server has to hand on.
 *
 * @param backend who answers it
 * @param port where that one listens
 * @param path the path at the dev server
 * @param direct the path at the back end
 */
public record Handover(String backend, int port, String path, String direct) {}
