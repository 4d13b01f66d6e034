package io.github.fullstackmaven.model;

/** What a service is for. */
public enum ServiceKind {
    /** Files made by a build, served by the gateway. */
    STATIC_FRONTEND("static-frontend"),
    /** Pages rendered by a process of their own. */
    SSR_FRONTEND("ssr-frontend"),
    /** A process that answers requests below the API prefix. */
    BACKEND("backend"),
    /** A process that answers no requests. */
    WORKER("worker"),
    /** Code that is not deployed by itself. */
    LIBRARY("library"),
    /** A directory with a Dockerfile of its own. */
    DOCKERFILE("dockerfile");

    private final String id;

    ServiceKind(String id) {
        this.id = id;
    }

    /** Returns the name in {@code plan.json}. */
    public String id() {
        return id;
    }
}
