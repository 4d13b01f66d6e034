package io.github.fullstackmaven.engine;

import io.github.fullstackmaven.host.Commands;
import io.github.fullstackmaven.model.Difference;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import java.util.List;
import java.util.Optional;

/** Finds the engine to work with. */
public final class Engines {
    private static final List<String> LATER = List.of("swarm", "kubernetes");

    private Engines() {}

    /**
     * What came of looking for an engine: it, or why there is none.
     *
     * @param engine the engine, after it has answered
     * @param installed whether its program is there at all
     * @param chosen whether the user named a machine for it, so that no other engine will do
     * @param problem why it cannot be used
     */
    record Found(
            Optional<Engine> engine, boolean installed, boolean chosen, Optional<Finding> problem) {
        static Found of(Engine engine) {
            return new Found(Optional.of(engine), true, false, Optional.empty());
        }

        static Found notInstalled(Finding problem) {
            return new Found(Optional.empty(), false, false, Optional.of(problem));
        }

        static Found unusable(Finding problem) {
            return new Found(Optional.empty(), true, false, Optional.of(problem));
        }

        static Found elsewhere(Finding problem) {
            return new Found(Optional.empty(), true, true, Optional.of(problem));
        }

        Engine orThrow() {
            return engine.orElseThrow(() -> FullstackException.machine(problem.orElseThrow()));
        }
    }

    /**
     * Returns the engine of this name, after it has answered.
     *
     * @param name {@code docker}, {@code podman}, or {@code auto}: docker where it answers, else
     *     podman
     * @throws FullstackException when it is not there or does not answer
     */
    public static Engine find(String name, Commands commands) {
        if (LATER.contains(name)) {
            throw FullstackException.project(
                    Finding.error(
                            "FS-ENGINE-003",
                            "the engine '" + name + "' is not supported yet",
                            "use fullstack.engine=docker or podman"));
        }
        return switch (name) {
            case "docker" -> DockerFinder.find(commands).orThrow();
            case "podman" -> PodmanFinder.find("podman", commands).orThrow();
            case "auto" -> whichAnswers(commands);
            default ->
                    throw FullstackException.project(
                            Finding.error(
                                    "FS-ENGINE-004",
                                    "there is no engine '" + name + "'",
                                    "fullstack.engine is auto, docker or podman"));
        };
    }

    /**
     * Returns what the containers of an engine have otherwise than the model says.
     *
     * @param name {@code docker} or {@code podman}
     */
    public static List<Difference> differences(String name) {
        return (name.equals("podman") ? Dialect.PODMAN : Dialect.DOCKER).differences();
    }

    private static Engine whichAnswers(Commands commands) {
        Found docker = DockerFinder.find(commands);
        if (docker.engine().isPresent()) {
            return docker.engine().get();
        }
        if (docker.chosen()) {
            return docker.orThrow();
        }
        Found podman = PodmanFinder.find("podman", commands);
        if (podman.engine().isPresent() || (podman.installed() && !docker.installed())) {
            return podman.orThrow();
        }
        if (!docker.installed()) {
            throw FullstackException.machine(
                    Finding.error(
                            "FS-ENGINE-001",
                            "neither 'docker' nor 'podman' is on the PATH",
                            "install Docker Engine 20.10 or newer with its buildx plugin, or podman"
                                    + " 4.3 or newer"));
        }
        return docker.orThrow();
    }
}
