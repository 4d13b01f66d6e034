package io.github.fullstackmaven.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

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
        BuildFacts facts,
        Accuracy accuracy,
        List<Evidence> evidence) {

    public Service {
        Objects.requireNonNull(name);
        Objects.requireNonNull(path);
        versions = List.copyOf(versions);
        install = List.copyOf(install);
        build = List.copyOf(build);
        evidence = List.copyOf(evidence);
    }

    /** Returns the version of a tool, if one is known. */
    public Optional<String> version(String tool) {
        return versions.stream()
                .filter(v -> v.tool().equals(tool))
                .map(ToolVersion::value)
                .findFirst();
    }
}
