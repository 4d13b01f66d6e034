package io.github.fullstackmaven.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One deployable part of an application.
 *
 * @param name unique in the application; lower case letters, digits and hyphens
 * @param path the directory, relative to the repository; {@code .} is its root
 * @param kind what it is for
 * @param ecosystem what it is built with
 * @param framework the framework's id, {@code axum}, {@code vite} …
 * @param packageManager {@code npm}, {@code cargo} …
 * @param versions the versions of its tools
 * @param install shell commands that install dependencies
 * @param build shell commands that build it, run in {@code path}
 * @param buildSetByUser whether {@code build} is the user's own command and replaces ours
 * @param output what the build leaves, relative to {@code path}: a directory for a static front
 *     end, a file for a back end
 * @param start how it is started
 * @param port where it listens
 * @param health where it says that it is well
 * @param variables what its framework wants in its environment, where the user says nothing else;
 *     {@link Placeholders} stand for what is settled later
 * @param partOf the service whose build it shares and in whose home it is started: a worker of the
 *     same program
 * @param facts what its stages need besides
 * @param accuracy how sure the detector is
 * @param evidence why
 */
public record Service(
        String name,
        String path,
        ServiceKind kind,
        Ecosystem ecosystem,
        Optional<String> framework,
        Optional<String> packageManager,
        List<ToolVersion> versions,
        List<String> install,
        List<String> build,
        boolean buildSetByUser,
        Optional<String> output,
        Start start,
        Optional<Sourced<Integer>> port,
        Optional<Health> health,
        Map<String, String> variables,
        Optional<String> partOf,
        BuildFacts facts,
        Accuracy accuracy,
        List<Evidence> evidence) {

    public Service {
        Objects.requireNonNull(name);
        Objects.requireNonNull(path);
        versions = List.copyOf(versions);
        install = List.copyOf(install);
        build = List.copyOf(build);
        variables = Collections.unmodifiableMap(new TreeMap<>(variables));
        evidence = List.copyOf(evidence);
    }

    /** Returns the version of a tool, if one is known. */
    public Optional<String> version(String tool) {
        return versions.stream()
                .filter(v -> v.tool().equals(tool))
                .map(ToolVersion::value)
                .findFirst();
    }

    /** Returns true for what runs as a process of its own; false for files that are served. */
    public boolean isProcess() {
        return kind == ServiceKind.BACKEND
                || kind == ServiceKind.SSR_FRONTEND
                || kind == ServiceKind.WORKER
                || kind == ServiceKind.DOCKERFILE;
    }

    /** Returns true for a process that may answer below the API prefix. */
    public boolean isBackend() {
        return kind == ServiceKind.BACKEND || kind == ServiceKind.DOCKERFILE;
    }

    /** Returns what the same program is when it is started for work that no request reaches. */
    public Service worker(String name, Start start) {
        return but().name(name)
                .kind(ServiceKind.WORKER)
                .start(start)
                .port(Optional.empty())
                .health(Optional.empty())
                .service();
    }

    /** Returns a builder of a service of which nothing else is known. */
    public static ServiceBuilder at(String path, ServiceKind kind, Ecosystem ecosystem) {
        return new ServiceBuilder(path, kind, ecosystem);
    }

    /** Returns a builder that has everything of this service. */
    public ServiceBuilder but() {
        return new ServiceBuilder(path, kind, ecosystem)
                .name(name)
                .framework(framework)
                .packageManager(packageManager)
                .versions(versions)
                .install(install)
                .build(build)
                .buildSetByUser(buildSetByUser)
                .output(output)
                .start(start)
                .port(port)
                .health(health)
                .variables(variables)
                .partOf(partOf)
                .facts(facts)
                .accuracy(accuracy)
                .evidence(evidence);
    }

    /** Returns what starts it in a layout: a program and its arguments. */
    public List<String> command(Layout layout) {
        Placeholders placeholders = Placeholders.of(this, layout);
        return start.argv().stream().map(placeholders::fill).toList();
    }
}
