package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Edge;
import io.github.fullstackmaven.model.Service;

/** Names of engine objects and of files in the edge's volume. */
final class Names {
    private Names() {}

    /** The edge's container, its volume and its network: found by the port it publishes. */
    static String edge(Edge edge) {
        return "fullstack-edge-" + edge.httpPort();
    }

    /** Returns the port of the edge that has such a name; 0 for what is no edge's. */
    static int portOfEdge(String name) {
        return name.matches("fullstack-edge-[1-9][0-9]{0,4}")
                ? Integer.parseInt(name.substring(name.lastIndexOf('-') + 1))
                : 0;
    }

    /** The container of an edge that is to take over. */
    static String nextEdge(Edge edge) {
        return edge(edge) + "-next";
    }

    /** The container that holds the edge's ports, once another has taken over from it. */
    static String portHolder(Edge edge) {
        return "fullstack-port-" + edge.httpPort();
    }

    static String unit(Application application, String release) {
        return "fullstack-" + application.id() + "-" + release;
    }

    /** The container of a process that has one for itself. */
    static String process(Application application, String release, Service process) {
        return unit(application, release) + "-" + process.name();
    }

    /** One of a kind: two deployments never run theirs at the same time. */
    static String hook(Application application, HookPhase phase) {
        return "fullstack-" + application.id() + "-" + phase.id();
    }

    /** The network of units and accessories, which nobody else is in. */
    static String ownNetwork(Application application) {
        return "fullstack-" + application.id();
    }

    static String accessory(Application application, String name) {
        return "fullstack-" + application.id() + "-" + name;
    }

    /** The volume with the secrets of a release. */
    static String secrets(Application application, String release) {
        return application.id() + "_secrets-" + release;
    }

    /** The release whose secrets are in a volume of that name. */
    static String releaseOfSecrets(Application application, String volume) {
        return volume.substring(secrets(application, "").length());
    }

    static String lock(Application application) {
        return "fullstack-lock-" + application.id();
    }

    /** The lock of whoever changes the edge itself, which is nobody's application. */
    static String edgeLock(Edge edge) {
        return "fullstack-lock-edge-" + edge.httpPort();
    }

    /** The unit's name in the edge's network; no two releases share one. */
    static String alias(Application application, String release) {
        return application.id() + "-" + release;
    }

    /** A process's name in the edge's network, by which its own unit's gateway finds it. */
    static String alias(Application application, String release, Service process) {
        return alias(application, release) + "-" + process.name();
    }

    /** The application's name among the edge's files. */
    static String project(Application application) {
        return application.name() + "." + application.environmentId();
    }

    /**
     * The application's name inside nginx variables, which have no hyphens. The length tells where
     * the name ends, so that no two applications get the same.
     */
    static String key(Application application) {
        return application.id().replace('-', '_') + "_" + application.name().length();
    }

    static String upstream(Application application, String release) {
        return key(application) + "_live_" + release;
    }

    /** Returns the number in a release's name; 0 for what is no release. */
    static int number(String release) {
        return release.matches("r[1-9][0-9]{0,8}") ? Integer.parseInt(release.substring(1)) : 0;
    }
}
