package io.github.fullstackmaven.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fullstackmaven.host.Command;
import io.github.fullstackmaven.host.Commands;
import io.github.fullstackmaven.host.Result;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import java.util.List;

/** Finds the engine to work with. */
public final class Engines {
    private static final List<String> LATER = List.of("podman", "swarm", "kubernetes");

    private Engines() {}

    /**
     * Returns the engine of this name, after it has answered.
     *
     * @param name {@code auto} or {@code docker}
     * @throws FullstackException when it is not there or does not answer
     */
    public static Engine find(String name, Commands commands) {
        if (LATER.contains(name)) {
            throw FullstackException.project(
                    Finding.error(
                            "FS-ENGINE-003",
                            "the engine '" + name + "' is not supported yet",
                            "use fullstack.engine=docker"));
        }
        if (!name.equals("auto") && !name.equals("docker")) {
            throw FullstackException.project(
                    Finding.error(
                            "FS-ENGINE-004",
                            "there is no engine '" + name + "'",
                            "fullstack.engine is auto or docker"));
        }
        return docker(commands);
    }

    private static Engine docker(Commands commands) {
        Result result = commands.run(Command.of("docker", "version", "--format", "{{json .}}"));
        if (result.exit() == Result.NOT_FOUND) {
            throw FullstackException.machine(
                    Finding.error(
                            "FS-ENGINE-001",
                            "the program 'docker' is not on the PATH",
                            "install Docker Engine 20.10 or newer with its buildx plugin"));
        }
        if (!result.ok()) {
            throw FullstackException.machine(unreachable(result));
        }
        JsonNode version = Inspected.parse(result.out());
        JsonNode server = version.path("Server");
        if (!server.isObject() || server.toString().contains("Podman")) {
            throw FullstackException.machine(
                    Finding.error(
                            "FS-ENGINE-005",
                            "the program 'docker' leads to podman, which is not supported yet",
                            "install Docker Engine, or point DOCKER_HOST at one"));
        }
        return new CliEngine(
                Dialect.DOCKER,
                commands,
                new EngineInfo(
                        "docker",
                        server.path("Version").asText(),
                        version.path("Client").path("Version").asText(),
                        server.path("Os").asText() + "/" + server.path("Arch").asText()));
    }

    private static Finding unreachable(Result result) {
        String why = result.lastLine();
        String remedy;
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
