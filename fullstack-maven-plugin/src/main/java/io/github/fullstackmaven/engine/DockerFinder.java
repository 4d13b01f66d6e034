package io.github.fullstackmaven.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fullstackmaven.engine.Engines.Found;
import io.github.fullstackmaven.host.Command;
import io.github.fullstackmaven.host.Commands;
import io.github.fullstackmaven.host.Result;
import io.github.fullstackmaven.model.Finding;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for docker, and sees through two disguises: a program {@code docker} that is podman, and a
 * docker client whose engine is podman's service.
 */
final class DockerFinder {
    private static final String PROGRAM = "docker";

    private DockerFinder() {}

    static Found find(Commands commands) {
        Result result = commands.run(Command.of(PROGRAM, "version", "--format", "{{json .}}"));
        if (result.exit() == Result.NOT_FOUND) {
            return Found.notInstalled(
                    Finding.error(
                            "FS-ENGINE-001",
                            "the program 'docker' is not on the PATH",
                            "install Docker Engine 20.10 or newer with its buildx plugin"));
        }
        Optional<JsonNode> answer = Inspected.read(result.out());
        if (answer.filter(DockerFinder::isPodman).isPresent()) {
            return PodmanFinder.find(PROGRAM, commands);
        }
        if (!result.ok() || answer.isEmpty() || !answer.get().path("Server").isObject()) {
            Endpoint endpoint = endpoint(commands);
            Finding why = unreachable(result, endpoint);
            return endpoint.isRemote() ? Found.elsewhere(why) : Found.unusable(why);
        }
        JsonNode server = answer.get().path("Server");
        if (server.path("Components").toString().contains("Podman")) {
            return servedByPodman(commands);
        }
        Endpoint endpoint = endpoint(commands);
        EngineInfo info =
                new EngineInfo(
                        PROGRAM,
                        server.path("Version").asText(),
                        answer.get().path("Client").path("Version").asText(),
                        server.path("Os").asText() + "/" + server.path("Arch").asText(),
                        false,
                        endpoint.host());
        return EngineVersions.tooOld(PROGRAM, info.version(), 20, 10)
                .map(Found::unusable)
                .orElseGet(
                        () ->
                                Found.of(
                                        new CliEngine(
                                                Dialect.DOCKER,
                                                commands,
                                                info,
                                                new BuildKit(commands, info))));
    }

    /** A word that podman has for its own client and docker has not. */
    private static boolean isPodman(JsonNode version) {
        return version.path("Client").has("OsArch");
    }

    /** Podman's own client is shown the way to the same service. */
    private static Found servedByPodman(Commands commands) {
        Endpoint endpoint = endpoint(commands);
        Found podman =
                PodmanFinder.find(
                        "podman",
                        endpoint.equals(Endpoint.HERE)
                                ? commands
                                : new CommandsWith(
                                        commands, Map.of("CONTAINER_HOST", endpoint.address())));
        return podman.installed()
                ? podman
                : Found.unusable(
                        Finding.error(
                                "FS-ENGINE-005",
                                "the engine that 'docker' leads to is podman, and there is no"
                                        + " program 'podman' to work with it",
                                "install podman 4.3 or newer here too, or point DOCKER_HOST at a"
                                        + " docker engine"));
    }

    /** What {@code DOCKER_HOST}, {@code DOCKER_CONTEXT} or {@code docker context use} say. */
    private static Endpoint endpoint(Commands commands) {
        Result result =
                commands.run(
                        Command.of(
                                PROGRAM,
                                "context",
                                "inspect",
                                "--format",
                                "{{.Endpoints.docker.Host}}"));
        return result.ok() ? Endpoint.of(result.out(), commands) : Endpoint.HERE;
    }

    private static Finding unreachable(Result result, Endpoint endpoint) {
        String why = result.ok() ? "it says nothing of itself" : result.lastLine();
        String remedy;
        if (endpoint.isRemote()) {
            return Finding.error(
                    "FS-ENGINE-002",
                    "the docker engine at " + endpoint.address() + " does not answer: " + why,
                    "see whether 'docker version' works here"
                            + (endpoint.address().startsWith("ssh:")
                                    ? " and ssh asks nothing (key, known host)"
                                    : "")
                            + "; DOCKER_HOST, DOCKER_CONTEXT and 'docker context use' say which"
                            + " engine it is");
        }
        if (why.contains("permission denied")) {
            remedy = "add this user to the group docker, or run as root";
        } else if (result.exit() == Result.TIMED_OUT) {
            remedy = "see whether the engine is well, on its own machine";
        } else {
            remedy = "start it (systemctl start docker), or see whether DOCKER_HOST is right";
        }
        return Finding.error("FS-ENGINE-002", "the docker engine does not answer: " + why, remedy);
    }
}
