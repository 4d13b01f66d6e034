package io.github.fullstackmaven.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fullstackmaven.host.Result;
import io.github.fullstackmaven.model.FullstackException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnginesTest {
    private static final String VERSION =
            """
            {"Client":{"Version":"28.2.2"},
             "Server":{"Version":"28.5.2","Os":"linux","Arch":"amd64",
                       "Components":[{"Name":"Engine"}]}}
            """;

    @Test
    void findsDockerWhenItsDaemonAnswers() {
        Engine engine = Engines.find("auto", answering(0, VERSION, ""));

        assertThat(engine.info())
                .isEqualTo(new EngineInfo("docker", "28.5.2", "28.2.2", "linux/amd64"));
    }

    @Test
    void saysHowToGetAProgramThatIsMissing() {
        refuses(answering(Result.NOT_FOUND, "", "no such file"), "FS-ENGINE-001", "install");
    }

    @Test
    void saysWhyTheDaemonDoesNotAnswer() {
        refuses(
                answering(1, "{\"Client\":{}}", "Cannot connect to the Docker daemon at x."),
                "FS-ENGINE-002",
                "Cannot connect");
        refuses(
                answering(1, "", "permission denied while trying to connect"),
                "FS-ENGINE-002",
                "group docker");
    }

    @Test
    void recognisesPodmanBehindTheNameOfDocker() {
        refuses(
                answering(0, "{\"Client\":{\"Version\":\"5.4.0\"}}", "Emulate Docker CLI"),
                "FS-ENGINE-005",
                "podman");
        refuses(
                answering(
                        0,
                        "{\"Client\":{},\"Server\":{\"Components\":[{\"Name\":\"Podman Engine\"}]}}",
                        ""),
                "FS-ENGINE-005",
                "podman");
    }

    @ParameterizedTest
    @ValueSource(strings = {"podman", "swarm", "kubernetes"})
    void saysWhichEnginesComeLater(String name) {
        assertThatThrownBy(() -> Engines.find(name, new ScriptedCommands()))
                .isInstanceOf(FullstackException.class)
                .hasMessageContaining("FS-ENGINE-003");
    }

    @Test
    void refusesAnUnknownName() {
        assertThatThrownBy(() -> Engines.find("dokcer", new ScriptedCommands()))
                .hasMessageContaining("FS-ENGINE-004");
    }

    private static ScriptedCommands answering(int exit, String out, String err) {
        return new ScriptedCommands().on("docker version", exit, out, err);
    }

    private static void refuses(ScriptedCommands commands, String id, String says) {
        assertThatThrownBy(() -> Engines.find("docker", commands))
                .isInstanceOf(FullstackException.class)
                .hasMessageContaining(id)
                .hasMessageContaining(says);
    }
}
