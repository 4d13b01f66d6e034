package io.github.fullstackmaven.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.fullstackmaven.host.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The same questions and orders, in the words of each engine. */
class CliEngineTest {
    private static final String ID =
            "b40aa3e7a5a8f0fb8051ded3a04601bbf914539593c2dd72fb6376e9f83d8d59";

    private final ScriptedCommands commands = new ScriptedCommands();
    private final Engine docker = engine(Dialect.DOCKER);
    private final Engine podman = engine(Dialect.PODMAN);

    @Test
    void takesWhatIsNotThereForAnEmptyAnswer() {
        commands.on("podman image inspect", 125, "[]", "Error: x: image not known")
                .on("podman container inspect", 125, "[]", "Error: no such container x")
                .on("podman network inspect", 125, "[]", "Error: network x: network not found")
                .on("podman volume inspect", 125, "[]", "Error: no such volume x")
                .on("docker image inspect", 1, "[]", "Error: No such image: x")
                .on("docker container inspect", 1, "[]", "Error: No such container: x")
                .on("docker network inspect", 1, "[]", "Error: No such network: x")
                .on("docker volume inspect", 1, "[]", "Error response: get x: no such volume");

        for (Engine engine : new Engine[] {docker, podman}) {
            assertThat(engine.image("x")).isEmpty();
            assertThat(engine.container("x")).isEmpty();
            assertThat(engine.hasNetwork("x")).isFalse();
            assertThat(engine.hasVolume("x")).isFalse();
        }
    }

    @Test
    void doesNotTakeAFaultForAnEmptyAnswer() {
        commands.on("podman container inspect", 125, "", "Error: database is locked");

        assertThatThrownBy(() -> podman.container("x"))
                .hasMessageContaining("FS-ENGINE-007 podman inspect: Error: database is locked");
    }

    @Test
    void oneThatWentAwayBetweenListAndLookIsLeftOut() {
        commands.on("docker ps", 0, ID + "\n" + "c".repeat(64) + "\n", "")
                .on(
                        "docker container inspect",
                        1,
                        "[{\"Id\":\"" + ID + "\"}]",
                        "Error response from daemon: No such container: ccc");

        assertThat(docker.containers(Map.of())).extracting(ContainerState::id).containsExactly(ID);
    }

    @Test
    void ofSeveralNamesThoseThatAreThereAreFound() {
        commands.on(
                        "docker container inspect",
                        1,
                        "[{\"Id\":\"" + ID + "\",\"Name\":\"/a\"}]",
                        "Error response from daemon: No such container: b")
                .on("podman container inspect", 125, "", "Error: database is locked");

        assertThat(docker.containersNamed(List.of("a", "b")))
                .extracting(ContainerState::name)
                .containsExactly("a");
        assertThatThrownBy(() -> podman.containersNamed(List.of("a", "b")))
                .hasMessageContaining("database is locked");
    }

    @Test
    void aListThatCannotBeLookedAtIsAFaultAndNotEmpty() {
        commands.on("docker ps", 0, ID + "\n", "")
                .on("docker container inspect", 1, "[]", "Error response from daemon: EOF");

        assertThatThrownBy(() -> docker.containers(Map.of()))
                .hasMessageContaining("FS-ENGINE-007 docker inspect")
                .hasMessageContaining("EOF");
    }

    @Test
    void stopsAndRemovesWhatIsNotThereWithoutComplaint() {
        commands.on(
                        "podman stop",
                        125,
                        "",
                        "Error: no container with name \"x\": no such container")
                .on("podman volume rm", 1, "", "Error: no volume with name \"x\": no such volume")
                .on("podman network rm", 1, "", "Error: network not found");

        assertThatCode(() -> podman.stop("x", Duration.ofSeconds(1))).doesNotThrowAnyException();
        assertThat(podman.removeVolume("x")).isTrue();
        assertThat(podman.removeNetwork("x")).isTrue();
    }

    @Test
    void stopsAndRemovesWhatIsJustBeingStartedAgain() {
        String improper =
                "Error: container 1 is running, refusing to clean up: container state improper";
        commands.onceOn("podman stop", 125, "", improper)
                .on("podman stop", 0, "x", "")
                .onceOn("podman rm", 125, "", improper)
                .on("podman rm", 0, "x", "");

        podman.stop("x", Duration.ofSeconds(1));
        podman.remove("x");

        assertThat(commands.asked).hasSize(4);
    }

    @Test
    void startsAndEndsWhatRunsWhereNothingOfTheUsersIs() {
        commands.on("podman", 0, "x", "");
        Duration limit = Duration.ofSeconds(1);

        podman.start("x");
        podman.stop("x", limit);
        podman.remove("x");
        podman.exec("x", List.of("true"), "", limit);
        podman.run(ContainerSpec.of("image", "1:1").build(), "", limit);
        podman.run(ContainerSpec.of("image", "1:1").build(), limit, line -> {});

        assertThat(commands.asked)
                .hasSize(6)
                .extracting(Command::directory)
                .containsOnly(Optional.of(Path.of(System.getProperty("java.io.tmpdir"))));
    }

    @Test
    void doesNotStopForEverWhatNeverSettles() {
        commands.on("podman stop", 125, "", "Error: container state improper");

        assertThatThrownBy(() -> podman.stop("x", Duration.ofSeconds(1)))
                .hasMessageContaining("FS-ENGINE-007 podman stop x");
        assertThat(commands.asked).hasSize(5);
    }

    @Test
    void leavesAVolumeAsItIs() {
        commands.on("podman volume create", 125, "", "Error: volume already exists");

        assertThatCode(() -> podman.createVolume("x", Map.of())).doesNotThrowAnyException();
    }

    @Test
    void keepsAContainerStoppedWhereThePolicyCannotBeChanged() {
        commands.on("podman update", 125, "", "Error: unknown flag: --restart")
                .on("podman stop -t 0 x", 0, "", "");

        podman.leaveStopped("x");

        assertThat(commands.asked.get(1)).hasToString("podman stop -t 0 x");
    }

    @Test
    void readsIdsAndStatesInTheWordsOfDocker() {
        commands.on(
                        "podman image inspect",
                        0,
                        "[{\"Id\":\"" + ID + "\",\"RepoTags\":[\"localhost/x:1\"]}]",
                        "")
                .on(
                        "podman container inspect",
                        0,
                        "[{\"Name\":\"x\",\"Image\":\""
                                + ID
                                + "\",\"State\":{\"Status\":\"stopped\",\"ExitCode\":3}}]",
                        "");

        assertThat(podman.image("x:1").orElseThrow().id()).isEqualTo("sha256:" + ID);
        ContainerState container = podman.container("x").orElseThrow();
        assertThat(container.imageId()).isEqualTo("sha256:" + ID);
        assertThat(container.status()).isEqualTo("exited");
        assertThat(container.exitCode()).hasValue(3);
    }

    @Test
    void runsTheCheckOfAContainerWhereTheEngineMayNot() {
        commands.on("podman healthcheck run x", 1, "", "");

        podman.checkHealth("x");
        docker.checkHealth("x");

        assertThat(commands.asked).hasSize(1);
    }

    @Test
    void joinsFurtherNetworksBeforeTheStart() {
        commands.on("podman create", 0, ID + "\n", "")
                .on("podman network connect", 0, "", "")
                .on("podman start --attach", 3, "said\n", "")
                .on("podman rm", 0, "", "");
        StringBuilder said = new StringBuilder();
        ContainerSpec spec =
                ContainerSpec.of("shop:1", "1:1")
                        .network("edge")
                        .furtherNetworks(List.of("own"))
                        .build();

        ExecResult result = podman.run(spec, Duration.ofSeconds(9), said::append);

        assertThat(result.exit()).isEqualTo(3);
        assertThat(said).hasToString("said");
        assertThat(commands.asked)
                .extracting(c -> c.toString().replaceFirst("(podman create).*", "$1"))
                .containsExactly(
                        "podman create",
                        "podman network connect own " + ID,
                        "podman start --attach " + ID,
                        "podman rm --force --time 0 " + ID);
    }

    @Test
    void leavesNoContainerThatCouldNotJoinItsNetworks() {
        commands.on("docker create", 0, ID + "\n", "")
                .on("docker network connect", 1, "", "Error: network own not found")
                .on("docker rm", 0, "", "");
        ContainerSpec spec =
                ContainerSpec.of("shop:1", "1:1")
                        .network("edge")
                        .furtherNetworks(List.of("own"))
                        .build();

        assertThatThrownBy(() -> docker.create(spec))
                .hasMessageContaining("FS-ENGINE-007 docker network connect own");
        assertThat(commands.asked.get(2)).hasToString("docker rm --force " + ID);
    }

    @Test
    void closesANetworkInTheBestWayThatThisVersionKnows() {
        commands.on(
                        "podman network create --opt",
                        125,
                        "",
                        "Error: unsupported bridge network option no_default_route")
                .on("podman network create --internal", 0, "own", "")
                .on("docker network create", 1, "", "Error: could not find a free address pool");

        podman.createClosedNetwork("own", Map.of());

        assertThat(commands.asked)
                .extracting(Object::toString)
                .containsExactly(
                        "podman network create --opt no_default_route=1 --opt isolate=strict own",
                        "podman network create --internal own");
        assertThatThrownBy(() -> docker.createClosedNetwork("own", Map.of()))
                .hasMessageContaining("could not find a free address pool");
        assertThat(commands.asked).hasSize(3);
    }

    @Test
    void listsVolumesThatHaveAllLabelsThoughOldPodmanListsThoseThatHaveAny() {
        commands.on("podman volume ls", 0, "ours\nothers\nbare\n", "")
                .on(
                        "podman volume inspect ours others bare",
                        0,
                        "[{\"Name\":\"ours\",\"Labels\":{\"a\":\"1\",\"b\":\"2\"}},"
                                + "{\"Name\":\"others\",\"Labels\":{\"a\":\"7\",\"b\":\"2\"}},"
                                + "{\"Name\":\"bare\",\"Labels\":null}]",
                        "");

        assertThat(podman.volumes(Map.of("a", "1", "b", "2"))).containsExactly("ours");
        assertThat(commands.asked.get(0).toString())
                .contains("--filter label=a=1", "--filter label=b=2");
    }

    @Test
    void readsWhatTheCheckOfAContainerRuns() {
        for (String[] test :
                new String[][] {
                    {"[\"CMD\",\"probe\",\"a b\"]", "[probe, a b]"},
                    {"[\"CMD-SHELL\",\"a && b\"]", "[/bin/sh, -c, a && b]"},
                    {"[\"NONE\"]", "[]"}
                }) {
            commands.on(
                    "docker container inspect",
                    0,
                    "[{\"Config\":{\"Healthcheck\":{\"Test\":" + test[0] + "}}}]",
                    "");
            assertThat(docker.container("x").orElseThrow().check()).hasToString(test[1]);
        }
    }

    @Test
    void tellsAPortThatIsTakenFromOneThatIsNotForEverybody() {
        String podmans =
                "Error: unable to start container \"1\": rootlessport cannot expose privileged port"
                        + " 80, you can add 'net.ipv4.ip_unprivileged_port_start=80' to"
                        + " /etc/sysctl.conf (currently 1024), or choose a larger port number (>="
                        + " 1024): listen tcp 0.0.0.0:80: bind: permission denied";
        String dockers =
                "Error response from daemon: failed to expose port: cannot expose privileged port"
                        + " 443, you can add 'net.ipv4.ip_unprivileged_port_start=443' to"
                        + " /etc/sysctl.conf (currently 1024), or set CAP_NET_BIND_SERVICE on"
                        + " rootlesskit binary, or choose a larger port number (>= 1024): listen"
                        + " tcp4 0.0.0.0:443: bind: permission denied";
        String taken =
                "Error: unable to start container \"1\": rootlessport listen tcp 0.0.0.0:8080:"
                        + " bind: address already in use";
        commands.onceOn("podman start", 125, "", podmans)
                .on("docker start", 1, "", dockers)
                .on("podman start", 125, "", taken);

        assertThat(refused(podman).reason()).isEqualTo(PortTakenException.Reason.PRIVILEGED);
        assertThat(refused(docker).port()).isEqualTo(443);
        assertThat(refused(docker).reason()).isEqualTo(PortTakenException.Reason.PRIVILEGED);
        assertThat(refused(podman).port()).isEqualTo(8080);
        assertThat(refused(podman).reason()).isEqualTo(PortTakenException.Reason.TAKEN);
    }

    @Test
    void aDeniedRightThatIsNotAboutAPortIsNoRefusedPort() {
        commands.on("podman start", 126, "", "Error: runc: exec /app: permission denied");

        assertThatThrownBy(() -> podman.start("x")).hasMessageContaining("FS-ENGINE-007");
    }

    private static PortTakenException refused(Engine engine) {
        return catchThrowableOfType(PortTakenException.class, () -> engine.start("x"));
    }

    private Engine engine(Dialect dialect) {
        EngineInfo info =
                new EngineInfo(dialect.name(), "1", "1", "linux/amd64", false, "localhost");
        return new CliEngine(dialect, commands, info, new Buildah(commands, "podman"));
    }
}
