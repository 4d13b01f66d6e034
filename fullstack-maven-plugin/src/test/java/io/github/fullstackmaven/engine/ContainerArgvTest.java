package io.github.fullstackmaven.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.model.UnitSettings.HealthCheck;
import io.github.fullstackmaven.model.Volume;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContainerArgvTest {
    private final ContainerArgv argv = new ContainerArgv(Dialect.DOCKER);

    @Test
    void describesAHardenedContainer() {
        ContainerSpec spec =
                ContainerSpec.of("shop:1", "10001:10001")
                        .name("fullstack-shop-pro-r3")
                        .hostname("r3")
                        .network("fullstack-edge-8080", "shop-pro-r3")
                        .labels(Map.of("b", "2", "a", "1"))
                        .environment(Map.of("TOKEN", "secret\r\nof two lines"))
                        .tmpfs("/tmp", "rw,noexec,nosuid,nodev,size=64m,mode=1777")
                        .volumes(
                                List.of(
                                        new Volume("data", "/data", false, false, "test"),
                                        new Volume("/srv/a,b", "/in", true, false, "test")))
                        .publish(8081, 8080)
                        .pids(256)
                        .limits(Optional.of("256m"), Optional.of("1.5"))
                        .restart("always")
                        .health(
                                new HealthCheck(
                                        List.of("probe", "8080", "/it's"),
                                        Duration.ofSeconds(10),
                                        Duration.ofSeconds(5),
                                        Duration.ofSeconds(60),
                                        3))
                        .stop("SIGTERM", Duration.ofSeconds(35))
                        .program("/bin/sh", "-c", "exit 0")
                        .build();

        assertThat(argv.create(spec))
                .containsExactly(
                        "docker",
                        "create",
                        "--pull",
                        "never",
                        "--name",
                        "fullstack-shop-pro-r3",
                        "--hostname",
                        "r3",
                        "--network",
                        "fullstack-edge-8080",
                        "--network-alias",
                        "shop-pro-r3",
                        "--label",
                        "a=1",
                        "--label",
                        "b=2",
                        "--user",
                        "10001:10001",
                        "--read-only",
                        "--tmpfs",
                        "/tmp:rw,noexec,nosuid,nodev,size=64m,mode=1777",
                        "--cap-drop",
                        "ALL",
                        "--security-opt",
                        "no-new-privileges",
                        "--pids-limit",
                        "256",
                        "--memory",
                        "256m",
                        "--memory-swap",
                        "256m",
                        "--cpus",
                        "1.5",
                        "--restart",
                        "always",
                        "--publish",
                        "8081:8080",
                        "--mount",
                        "type=volume,source=data,target=/data",
                        "--mount",
                        "type=bind,\"source=/srv/a,b\",target=/in,ro",
                        "--env",
                        "TOKEN",
                        "--stop-signal",
                        "SIGTERM",
                        "--stop-timeout",
                        "35",
                        "--health-cmd",
                        "probe 8080 '/it'\\''s'",
                        "--health-interval",
                        "10s",
                        "--health-timeout",
                        "5s",
                        "--health-retries",
                        "3",
                        "--health-start-period",
                        "60s",
                        "--entrypoint",
                        "/bin/sh",
                        "shop:1",
                        "-c",
                        "exit 0");
    }

    @Test
    void somebodyElsesImageWritesWhereItWantsToAndIsHardenedBesides() {
        ContainerSpec spec =
                ContainerSpec.foreign("postgres:17", Optional.empty())
                        .network("fullstack-shop-pro", "db")
                        .capability("CHOWN")
                        .capability("SETUID")
                        .stopGrace(Duration.ofSeconds(60))
                        .arguments(List.of("-c", "a=b c"))
                        .build();

        assertThat(argv.create(spec))
                .doesNotContain("--user", "--read-only", "--stop-signal", "--entrypoint")
                .containsSubsequence(
                        "--cap-drop",
                        "ALL",
                        "--cap-add",
                        "CHOWN",
                        "--cap-add",
                        "SETUID",
                        "--security-opt",
                        "no-new-privileges",
                        "--stop-timeout",
                        "60")
                .endsWith("postgres:17", "-c", "a=b c");
    }

    @Test
    void handsValuesOverThroughTheEnvironmentAndNeverAsArguments() {
        ContainerSpec spec =
                ContainerSpec.of("shop:1", "1:1")
                        .environment(Map.of("TOKEN", "s3cret", "EMPTY", ""))
                        .build();

        assertThat(argv.create(spec)).noneMatch(a -> a.contains("s3cret"));
        assertThat(ContainerArgv.clientEnvironment(spec))
                .isEqualTo(Map.of("TOKEN", "s3cret", "EMPTY", ""));
        assertThat(spec.toString()).doesNotContain("s3cret");
    }

    @Test
    void keepsNamesThatTheClientReadsOutOfItsEnvironment() {
        ContainerSpec spec =
                ContainerSpec.of("shop:1", "1:1")
                        .environment(Map.of("PATH", "/app/bin", "DOCKER_HOST", "tcp://x"))
                        .build();

        assertThat(argv.create(spec)).contains("PATH=/app/bin", "DOCKER_HOST=tcp://x");
        assertThat(ContainerArgv.clientEnvironment(spec)).isEmpty();
    }

    @Test
    void tellsPodmanWhatDockerDoesUnasked() {
        assertThat(
                        new ContainerArgv(Dialect.PODMAN)
                                .create(
                                        ContainerSpec.of("shop:1", "1:1")
                                                .tmpfs("/tmp", "rw,noexec,mode=1777")
                                                .build()))
                .contains("/tmp:rw,noexec,mode=1777,notmpcopyup")
                .startsWith(
                        "podman",
                        "create",
                        "--pull",
                        "never",
                        "--http-proxy=false",
                        "--read-only-tmpfs=false",
                        "--tmpfs",
                        "/dev/shm:rw,noexec,nosuid,nodev,size=64m,mode=1777");
    }

    @Test
    void asksAgainWhereTheNameServerIsOnlyWhereThatChangesAndThereIsANetwork() {
        ContainerArgv changing = new ContainerArgv(Dialect.PODMAN.whereBridgesChange());
        ContainerSpec member = ContainerSpec.of("shop:1", "1:1").network("net").build();

        assertThat(changing.create(member))
                .containsSequence("--network", "net", "--sysctl")
                .contains("net.ipv4.neigh.eth0.ucast_solicit=0")
                .noneMatch(word -> word.contains("eth1"));
        assertThat(
                        changing.create(
                                ContainerSpec.of("shop:1", "1:1")
                                        .network("net")
                                        .furtherNetworks(List.of("own"))
                                        .build()))
                .contains(
                        "net.ipv4.neigh.eth0.ucast_solicit=0",
                        "net.ipv4.neigh.eth1.ucast_solicit=0");
        assertThat(changing.create(ContainerSpec.of("shop:1", "1:1").build()))
                .doesNotContain("--sysctl");
        assertThat(new ContainerArgv(Dialect.PODMAN).create(member)).doesNotContain("--sysctl");
    }

    @Test
    void leavesTheNetworkOfAnotherContainerAsThatOneHasIt() {
        ContainerSpec spec = ContainerSpec.of("edge", "101:101").networkOf("abc").build();

        assertThat(new ContainerArgv(Dialect.PODMAN.whereBridgesChange()).create(spec))
                .containsSequence("--network", "container:abc")
                .doesNotContain("--sysctl");
    }

    @Test
    void setsTheKernelForItsOwnNetwork() {
        ContainerSpec spec =
                ContainerSpec.of("edge", "101:101")
                        .network("fullstack-edge-8080")
                        .sysctls(Map.of("net.ipv4.tcp_migrate_req", "1"))
                        .build();

        assertThat(argv.create(spec)).containsSequence("--sysctl", "net.ipv4.tcp_migrate_req=1");
    }

    @Test
    void runsAContainerWithoutNetworkAndRemovesIt() {
        assertThat(argv.run(ContainerSpec.of("edge:1", "65534:65534").program("cat").build()))
                .startsWith("docker", "run", "--rm", "-i", "--pull", "never", "--network", "none")
                .endsWith("--entrypoint", "cat", "edge:1");
    }
}
