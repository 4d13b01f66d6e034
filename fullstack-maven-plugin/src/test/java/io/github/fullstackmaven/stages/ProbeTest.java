package io.github.fullstackmaven.stages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeTest {
    /** The command, by the machine's own grep: that of a busybox takes the same words. */
    private static int ends(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command.subList(1, command.size()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0", "::"})
    @EnabledOnOs(OS.LINUX)
    void aBusyboxSeesWhoListens(String address) throws Exception {
        List<String> command;
        try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getByName(address))) {
            command = Probe.busybox("busybox").of(socket.getLocalPort(), Optional.empty());
            assertThat(ends(command)).isZero();
        }
        assertThat(ends(command)).isNotZero();
    }

    @Test
    void aPathIsAskedFor() {
        assertThat(Probe.busybox("/busybox").of(80, Optional.of("/health?full=1")))
                .containsExactly(
                        "/busybox",
                        "wget",
                        "-q",
                        "-O",
                        "/dev/null",
                        "http://127.0.0.1:80/health?full=1");
        assertThat(Probe.python().of(80, Optional.of("/health")))
                .endsWith("127.0.0.1", "80", "/health");
    }
}
