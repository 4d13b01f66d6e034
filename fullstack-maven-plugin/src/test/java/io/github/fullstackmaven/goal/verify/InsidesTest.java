package io.github.fullstackmaven.goal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.engine.ExecResult;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class InsidesTest {
    private static final String WELL =
            """
            process 10001 1 0000000000000000 tini
            process 10001 1 0000000000000000 nginx
            mount no ro,relatime /
            mount no rw,nosuid /proc
            mount yes rw,nosuid,size=65536k /dev/shm
            mount yes rw,noexec,size=128m /tmp
            mount yes rw /data
            mount no rw /etc/hosts
            """;

    @Test
    void aContainerThatMayDoWhatTheModelSaysIsWell() {
        assertThat(found(WELL)).isEmpty();
    }

    @Test
    void aProcessOfRootIsNamed() {
        assertThat(found(WELL + "process 0 1 0000000000000000 cron\n"))
                .containsEntry("FS-VERIFY-040", "runs as root: cron");
    }

    @Test
    void aProcessThatMayGetMoreIsNamed() {
        assertThat(found(WELL + "process 10001 0 0000000000000000 su\n"))
                .containsKey("FS-VERIFY-042");
        assertThat(found(WELL + "process 10001 1 00000000a80425fb app\n"))
                .containsKey("FS-VERIFY-042");
    }

    @Test
    void aRootThatCanBeWrittenIsNamed() {
        assertThat(found(WELL.replace("ro,relatime /", "rw,relatime /")))
                .containsEntry("FS-VERIFY-041", "its root file system can be written");
    }

    @Test
    void aPlaceThatNobodyDeclaredIsNamed() {
        assertThat(found(WELL + "mount yes rw /var/lib/my\\040app\n"))
                .hasEntrySatisfying(
                        "FS-VERIFY-041", m -> assertThat(m).contains("/var/lib/my app"));
    }

    @Test
    void anImageWithoutAShellIsNoFault() {
        List<Verdict> verdicts =
                Insides.of("app", new ExecResult(127, "", "no such file"), Set.of("/tmp"));

        assertThat(verdicts).hasSize(1);
        assertThat(verdicts.get(0).problem())
                .hasValueSatisfying(p -> assertThat(p.isError()).isFalse());
    }

    private static Map<String, String> found(String look) {
        return Insides.of("app", new ExecResult(0, look, ""), Set.of("/tmp", "/data")).stream()
                .flatMap(v -> v.problem().stream())
                .collect(Collectors.toMap(Finding::id, Finding::message));
    }
}
