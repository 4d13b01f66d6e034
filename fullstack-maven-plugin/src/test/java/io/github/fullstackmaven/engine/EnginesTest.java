package io.github.fullstackmaven.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fullstackmaven.host.Result;
import io.github.fullstackmaven.model.FullstackException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnginesTest {
    private static final String VERSION =
            """
            {"Client":{"Version":"28.2.2"},
             "Server":{"Version":"28.5.2","Os":"linux","Arch":"amd64",
                       "Components":[{"Name":"Engine"}]}}
            """;

    private static final String INFO =
            """
            {"host":{"os":"linux","arch":"amd64","security":{"rootless":false}},
             "version":{"Version":"4.3.1"}}
            """;

    @Test
    void findsDockerWhenItsDaemonAnswers() {
        Engine engine = Engines.find("auto", answering(0, VERSION, ""));

        assertThat(engine.info())
                .isEqualTo(
                        new EngineInfo(
                                "docker", "28.5.2", "28.2.2", "linux/amd64", false, "localhost"));
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
    void takesPodmanWhereDockerIsNotOrDoesNotAnswer() {
        Engine alone = Engines.find("auto", podman());
        Engine beside =
                Engines.find("auto", podman().on("docker version", 1, "", "Cannot connect to x"));

        assertThat(alone.info())
                .isEqualTo(
                        new EngineInfo(
                                "podman", "4.3.1", "4.3.1", "linux/amd64", false, "localhost"));
        assertThat(beside.info().text()).isEqualTo("podman 4.3.1");
    }

    @Test
    void prefersDockerWhereBothAnswer() {
        assertThat(
                        Engines.find("auto", podman().on("docker version", 0, VERSION, ""))
                                .info()
                                .name())
                .isEqualTo("docker");
        assertThat(
                        Engines.find("podman", podman().on("docker version", 0, VERSION, ""))
                                .info()
                                .name())
                .isEqualTo("podman");
    }

    @Test
    void saysWhenThereIsNoEngineAtAll() {
        assertThatThrownBy(() -> Engines.find("auto", new ScriptedCommands()))
                .hasMessageContaining("FS-ENGINE-001")
                .hasMessageContaining("neither 'docker' nor 'podman'");
        assertThatThrownBy(() -> Engines.find("podman", new ScriptedCommands()))
                .hasMessageContaining("FS-ENGINE-001")
                .hasMessageContaining("'podman' is not on the PATH");
    }

    @Test
    void namesTheOneThatIsInstalledWhenItDoesNotAnswer() {
        ScriptedCommands docker =
                new ScriptedCommands().on("docker version", 1, "", "Cannot connect to x");
        ScriptedCommands podman =
                new ScriptedCommands().on("podman info", 125, "", "Error: no connection");

        assertThatThrownBy(() -> Engines.find("auto", docker))
                .hasMessageContaining("FS-ENGINE-002 the docker engine does not answer");
        assertThatThrownBy(() -> Engines.find("auto", podman))
                .hasMessageContaining("FS-ENGINE-002 podman does not answer: Error: no connection");
    }

    @Test
    void drivesAProgramNamedDockerThatIsPodmanAsPodman() {
        ScriptedCommands disguised =
                new ScriptedCommands()
                        .on(
                                "docker version",
                                0,
                                "{\"Client\":{\"Version\":\"5.4.0\",\"OsArch\":\"linux/amd64\"}}",
                                "Emulate Docker CLI using podman.")
                        .on("docker info --format json", 0, INFO, "")
                        .on("docker rm --force --time 0 x", 0, "", "");

        Engine engine = Engines.find("auto", disguised);
        engine.remove("x");

        assertThat(engine.info().name()).isEqualTo("podman");
    }

    @Test
    void showsPodmanTheWayToItsServiceThatDockerIsUsing() {
        ScriptedCommands served =
                podman().on(
                                "docker version",
                                0,
                                "{\"Client\":{},\"Server\":{\"Components\":[{\"Name\":\"Podman Engine\"}]}}",
                                "")
                        .on("docker context inspect", 0, "unix:///run/podman/podman.sock\n", "");

        assertThat(Engines.find("docker", served).info().name()).isEqualTo("podman");
        assertThat(served.asked.get(2).environment())
                .containsEntry("CONTAINER_HOST", "unix:///run/podman/podman.sock");
        refuses(
                answering(
                        0,
                        "{\"Client\":{},\"Server\":{\"Components\":[{\"Name\":\"Podman Engine\"}]}}",
                        ""),
                "FS-ENGINE-005",
                "install podman");
    }

    @ParameterizedTest
    @CsvSource({
        "unix:///var/run/docker.sock, localhost",
        "npipe:////./pipe/docker_engine, localhost",
        "tcp://192.0.2.7:2376, 192.0.2.7",
        "tcp://127.0.0.1:2375, localhost",
        "tcp://[2001:db8::7]:2376, [2001:db8::7]",
        "ssh://anna@web:2222, web.example.com",
        "ssh://other.example.com, other.example.com"
    })
    void knowsTheMachineThatPublishesThePorts(String address, String host) {
        ScriptedCommands commands =
                answering(0, VERSION, "")
                        .on("docker context inspect", 0, address + "\n", "")
                        .on("ssh -G web", 0, "user anna\nhostname web.example.com\n", "");

        assertThat(Engines.find("docker", commands).info().host()).isEqualTo(host);
    }

    @Test
    void knowsTheMachineOfARemotePodman() {
        String remote = INFO.replace("\"os\"", "\"serviceIsRemote\":true,\"os\"");
        ScriptedCommands connection =
                new ScriptedCommands()
                        .on("podman info", 0, remote, "")
                        .on(
                                "podman system connection list",
                                0,
                                "[{\"Name\":\"a\",\"URI\":\"ssh://a/run/x.sock\",\"Default\":false},"
                                        + "{\"Name\":\"b\",\"URI\":\"ssh://root@b.test:22/run/x.sock\","
                                        + "\"Default\":true}]",
                                "");

        assertThat(Engines.find("podman", connection).info().text())
                .isEqualTo("podman 4.3.1 on b.test");
        assertThat(
                        Engines.find(
                                        "podman",
                                        new CommandsWith(
                                                connection,
                                                Map.of("CONTAINER_HOST", "tcp://192.0.2.9:8080")))
                                .info()
                                .host())
                .isEqualTo("192.0.2.9");
    }

    @Test
    void takesNoOtherEngineThanTheRemoteOneThatWasNamed() {
        ScriptedCommands away =
                podman().on("docker version", 1, "{\"Client\":{}}", "ssh: connection refused")
                        .on("docker context inspect", 0, "ssh://anna@web\n", "");

        assertThatThrownBy(() -> Engines.find("auto", away))
                .hasMessageContaining("FS-ENGINE-002 the docker engine at ssh://anna@web")
                .hasMessageContaining("connection refused")
                .hasMessageContaining("DOCKER_CONTEXT");
    }

    @Test
    void recognisesRootlessPodman() {
        ScriptedCommands rootless =
                new ScriptedCommands().on("podman info", 0, INFO.replace("false", "true"), "");

        assertThat(Engines.find("podman", rootless).info().text())
                .isEqualTo("rootless podman 4.3.1");
    }

    @Test
    void refusesReleasesThatAreTooOld() {
        ScriptedCommands old =
                new ScriptedCommands().on("podman info", 0, INFO.replace("4.3.1", "3.4.4"), "");

        assertThatThrownBy(() -> Engines.find("podman", old))
                .hasMessageContaining("FS-ENGINE-009 podman 3.4.4 is too old");
        refuses(
                answering(0, VERSION.replace("28.5.2", "19.03.15"), ""),
                "FS-ENGINE-009",
                "docker 20.10 or newer");
        assertThat(
                        Engines.find(
                                        "docker",
                                        answering(
                                                0, VERSION.replace("28.5.2", "20.10.24+dfsg1"), ""))
                                .info()
                                .version())
                .isEqualTo("20.10.24+dfsg1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"swarm", "kubernetes"})
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

    private static ScriptedCommands podman() {
        return new ScriptedCommands().on("podman info", 0, INFO, "");
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
