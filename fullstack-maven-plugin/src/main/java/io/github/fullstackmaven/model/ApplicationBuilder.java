package io.github.fullstackmaven.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes an {@link Application} that is like another one but for what is said. */
public final class ApplicationBuilder {
    private String name;
    private String environment;
    private Optional<String> domain;
    private Layout layout;
    private List<Service> services;
    private List<Route> routes;
    private Variables variables;
    private List<String> envFiles;
    private List<Volume> volumes;
    private Edge edge;
    private Optional<Tls> tls;
    private Map<String, List<String>> origins;
    private Timing timing;
    private Resources resources;
    private Images images;
    private int retain;
    private Surroundings surroundings;

    ApplicationBuilder(Application like) {
        this.name = like.name();
        this.environment = like.environment();
        this.domain = like.domain();
        this.layout = like.layout();
        this.services = like.services();
        this.routes = like.routes();
        this.variables = like.variables();
        this.envFiles = like.envFiles();
        this.volumes = like.volumes();
        this.edge = like.edge();
        this.tls = like.tls();
        this.origins = like.origins();
        this.timing = like.timing();
        this.resources = like.resources();
        this.images = like.images();
        this.retain = like.retain();
        this.surroundings = like.surroundings();
    }

    /** Sets its name. */
    public ApplicationBuilder name(String value) {
        this.name = value;
        return this;
    }

    /** Sets its environment, as the user wrote it. */
    public ApplicationBuilder environment(String value) {
        this.environment = value;
        return this;
    }

    /** Sets its host name. */
    public ApplicationBuilder domain(Optional<String> value) {
        this.domain = value;
        return this;
    }

    /** Sets how many containers a unit has. */
    public ApplicationBuilder layout(Layout value) {
        this.layout = value;
        return this;
    }

    /** Sets its deployable parts. */
    public ApplicationBuilder services(List<Service> value) {
        this.services = value;
        return this;
    }

    /** Sets who answers which part of the URL space. */
    public ApplicationBuilder routes(List<Route> value) {
        this.routes = value;
        return this;
    }

    /** Sets what its back end finds in its environment. */
    public ApplicationBuilder variables(Variables value) {
        this.variables = value;
        return this;
    }

    /** Sets the files that its variables were read from. */
    public ApplicationBuilder envFiles(List<String> value) {
        this.envFiles = value;
        return this;
    }

    /** Sets its storage. */
    public ApplicationBuilder volumes(List<Volume> value) {
        this.volumes = value;
        return this;
    }

    /** Sets how it is reached. */
    public ApplicationBuilder edge(Edge value) {
        this.edge = value;
        return this;
    }

    /** Sets certificate and key. */
    public ApplicationBuilder tls(Optional<Tls> value) {
        this.tls = value;
        return this;
    }

    /** Sets other origins that its page may use. */
    public ApplicationBuilder origins(Map<String, List<String>> value) {
        this.origins = value;
        return this;
    }

    /** Sets its time limits. */
    public ApplicationBuilder timing(Timing value) {
        this.timing = value;
        return this;
    }

    /** Sets limits of a unit. */
    public ApplicationBuilder resources(Resources value) {
        this.resources = value;
        return this;
    }

    /** Sets names of images. */
    public ApplicationBuilder images(Images value) {
        this.images = value;
        return this;
    }

    /** Sets how many past releases keep their image. */
    public ApplicationBuilder retain(int value) {
        this.retain = value;
        return this;
    }

    /** Sets hooks and the like. */
    public ApplicationBuilder surroundings(Surroundings value) {
        this.surroundings = value;
        return this;
    }

    /** Returns the application. */
    public Application application() {
        return new Application(
                name,
                environment,
                domain,
                layout,
                services,
                routes,
                variables,
                envFiles,
                volumes,
                edge,
                tls,
                origins,
                timing,
                resources,
                images,
                retain,
                surroundings);
    }
}
