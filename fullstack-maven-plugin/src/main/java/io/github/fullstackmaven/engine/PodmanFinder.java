package io.github.fullstackmaven.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fullstackmaven.engine.Engines.Found;
import io.github.fullstackmaven.host.Command;
import io.github.fullstackmaven.host.Commands;
import io.github.fullstackmaven.host.Result;
import io.github.fullstackmaven.model.Finding;
import java.util.Optional;

/** Looks for podman: on this machine, or the service that its client is told to use. */
final class PodmanFinder {
    private PodmanFinder() {}

    /**
     * Returns what was found.
     *
     * @param program what podman is called here
     */
    static Found find(String program, Commands commands) {
        Result result = commands.run(Command.of(program, "info", "--format", "json"));
        if (result.exit() == Result.NOT_FOUND) {
            return Found.notInstalled(
                    Finding.error(
                            "FS-ENGINE-001",
                            "the program '" + program + "' is not on the PATH",
                            "install podman 4.3 or newer"));
        }
        Optional<JsonNode> answer = Inspected.read(result.out());
        if (!result.ok() || answer.isEmpty()) {
            return Found.unusable(
                    Finding.error(
                            "FS-ENGINE-002",
                            "podman does not answer: " + result.lastLine(),
                            "see what '"
                                    + program
                                    + " info' says; for podman on another machine, whether"
                                    + " CONTAINER_HOST or 'podman system connection list' is"
                                    + " right"));
        }
        JsonNode host = answer.get().path("host");
        String version = answer.get().path("version").path("Version").asText();
        EngineInfo info =
                new EngineInfo(
                        "podman",
                        version,
                        version,
                        host.path("os").asText() + "/" + host.path("arch").asText(),
                        host.path("security").path("rootless").asBoolean(),
                        host.path("serviceIsRemote").asBoolean()
                                ? endpoint(program, commands).host()
                                : EngineInfo.HERE);
        return EngineVersions.tooOld("podman", version, 4, 3)
                .map(Found::unusable)
                .orElseGet(
                        () ->
                                Found.of(
                                        new CliEngine(
                                                dialect(info).by(program),
                                                commands,
                                                info,
                                                new Buildah(commands, program))));
    }

    /** Without root's rights the settings that it takes are not there, and nothing would start. */
    private static Dialect dialect(EngineInfo info) {
        boolean old = EngineVersions.tooOld("podman", info.version(), 5, 0).isPresent();
        return old && !info.rootless() ? Dialect.PODMAN.whereBridgesChange() : Dialect.PODMAN;
    }

    /** What {@code CONTAINER_HOST}, {@code CONTAINER_CONNECTION} or the connections say. */
    private static Endpoint endpoint(String program, Commands commands) {
        Optional<String> address = commands.variable("CONTAINER_HOST");
        if (address.isEmpty()) {
            Result result =
                    commands.run(
                            Command.of(
                                    program, "system", "connection", "list", "--format", "json"));
            address = result.ok() ? connection(result.out(), commands) : Optional.empty();
        }
        return address.map(a -> Endpoint.of(a, commands)).orElse(Endpoint.HERE);
    }

    private static Optional<String> connection(String listed, Commands commands) {
        Optional<String> name = commands.variable("CONTAINER_CONNECTION");
        for (JsonNode connection : Inspected.parse(listed)) {
            if (name.isPresent()
                    ? name.get().equals(connection.path("Name").asText())
                    : connection.path("Default").asBoolean()) {
                return Optional.of(connection.path("URI").asText());
            }
        }
        return Optional.empty();
    }
}
