package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.engine.ContainerSpec;
import io.github.fullstackmaven.engine.ContainerState;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.ExecResult;
import io.github.fullstackmaven.it.lab.LabEngine;
import io.github.fullstackmaven.model.UnitSettings.HealthCheck;
import io.github.fullstackmaven.model.Volume;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One description of a container, made on docker 28 and on another engine: what its processes can
 * see and do is the same, but for the exceptions that are listed here and in deploying.md.
 */
@Tag("engines")
@ParameterizedClass(name = "{0}")
@MethodSource("io.github.fullstackmaven.it.lab.LabEngine#underTest")
class ConformanceIT {
    private static final String NAME = "it-conformance";

    /** Asked of the process itself: what {@code inspect} says is worded by each engine. */
    private static final String FACTS =
            """
            echo "id $(id -u):$(id -g)"
            echo "hostname $(hostname)"
            grep -E '^(Cap.*|NoNewPrivs|Seccomp):' /proc/1/status
            awk '$5 ~ "^/(tmp|data|dev/shm|run|var/tmp)?$" { print "mount", $5, $6 }' /proc/1/mountinfo | sort
            df -k /tmp /dev/shm | awk 'NR > 1 { print "size", $6, $2 }'
            cut -d ' ' -f 1-3 /proc/1/stat | sed 's/ [RS]$//'
            for name in $(tr '\\0' '\\n' < /proc/1/environ | sed -n 's/^\\([A-Za-z_]*\\)=.*/\\1/p' | sort); do
              echo "variable $name"
            done
            printf '%s' "$ODD" | od -An -c
            grep -E 'open files|core file' /proc/1/limits
            for limit in memory/memory.limit_in_bytes memory/memory.memsw.limit_in_bytes pids/pids.max cpu/cpu.cfs_quota_us; do
              echo "$limit $(cat /sys/fs/cgroup/$limit 2> /dev/null)"
            done
            for directory in / /tmp /run /var/tmp /dev/shm /etc /root; do
              touch "$directory/x" 2> /dev/null && echo "can write $directory"
            done
            cp /bin/true /tmp/program && chmod +x /tmp/program && /tmp/program 2> /dev/null && echo "can run what is in /tmp"
            ls /sys/class/net | wc -l
            """;

    /** What podman has besides, or says otherwise. */
    private static final List<Pattern> EXCEPTIONS =
            List.of(
                    Pattern.compile("variable (?:container|TERM|HOSTNAME|HOME|PATH)"),
                    // It keeps devices and set-user-id programs out of volumes, too.
                    Pattern.compile("mount /data .*"));

    @Parameter LabEngine lab;

    private Engine engine;

    @BeforeEach
    void make() {
        engine = lab.engine();
        create(engine);
    }

    @AfterEach
    void remove() {
        remove(engine);
    }

    @Test
    void whatAContainersProcessSeesAndMayDoIsTheSameOnEachEngine() {
        List<String> here = facts(engine);
        List<String> onDocker = here;
        if (!lab.equals(LabEngine.DOCKER)) {
            Engine docker = LabEngine.DOCKER.engine();
            create(docker);
            onDocker = facts(docker);
            remove(docker);
        }

        assertThat(here).isEqualTo(onDocker);
        assertThat(here)
                .contains(
                        "id 10001:10001",
                        "hostname r7",
                        "can write /tmp",
                        "can write /dev/shm",
                        "NoNewPrivs:\t1",
                        "CapEff:\t0000000000000000")
                .noneMatch(f -> f.startsWith("can run"));
    }

    @Test
    void whatTheEngineSaysOfAContainerIsReadInTheSameTerms() {
        ContainerState state = engine.container(NAME).orElseThrow();

        assertThat(state.name()).isEqualTo(NAME);
        assertThat(state.status()).isEqualTo("running");
        assertThat(state.isRunning()).isTrue();
        assertThat(state.restarts()).isZero();
        assertThat(state.health()).isPresent();
        assertThat(state.imageId()).startsWith("sha256:");
        assertThat(state.imageId())
                .isEqualTo(engine.image(TestApplication.EDGE_IMAGE).orElseThrow().id());
        assertThat(state.label("it.conformance")).contains("of two words");
        assertThat(state.networks()).containsExactly(NAME);
        engine.stop(NAME, Duration.ofSeconds(1));
        ContainerState stopped = engine.container(NAME).orElseThrow();
        assertThat(stopped.status()).isEqualTo("exited");
        assertThat(stopped.exitCode()).isPresent();
    }

    private static void create(Engine engine) {
        remove(engine);
        engine.createNetwork(NAME, Map.of());
        engine.createVolume(NAME, Map.of());
        engine.createVolume(NAME, Map.of());
        engine.create(
                ContainerSpec.of(TestApplication.EDGE_IMAGE, "10001:10001")
                        .name(NAME)
                        .hostname("r7")
                        .network(NAME, "it-alias")
                        .labels(Map.of("it.conformance", "of two words"))
                        .environment(Map.of("ODD", "a\r\nb=\"c\" '$d' #e \u00e9", "EMPTY", ""))
                        .volumes(List.of(new Volume(NAME, "/data", false, false, "test")))
                        .tmpfs("/tmp", "rw,noexec,nosuid,nodev,size=32m,mode=1777")
                        .pids(200)
                        .limits(Optional.of("128m"), Optional.of("1.5"))
                        .restart("always")
                        .stop("SIGTERM", Duration.ofSeconds(2))
                        .health(
                                new HealthCheck(
                                        List.of("true"),
                                        Duration.ofSeconds(10),
                                        Duration.ofSeconds(5),
                                        Duration.ofSeconds(60),
                                        3))
                        .program("/bin/sleep", "1000")
                        .build());
        engine.start(NAME);
    }

    private static void remove(Engine engine) {
        engine.remove(NAME);
        engine.removeNetwork(NAME);
        engine.removeVolume(NAME);
    }

    private static List<String> facts(Engine engine) {
        ExecResult result =
                engine.exec(NAME, List.of("/bin/sh", "-c", FACTS), "", Duration.ofSeconds(60));
        return result.out()
                .lines()
                .filter(line -> EXCEPTIONS.stream().noneMatch(e -> e.matcher(line).matches()))
                .toList();
    }
}
