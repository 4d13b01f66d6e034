package io.github.fullstackmaven.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PortHolderTest {
    @Test
    @EnabledOnOs(OS.LINUX)
    void whoListensIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThat(LocalPort.isFree(port)).isFalse();
            assertThat(new PortHolder().of(port).orElseThrow())
                    .startsWith("process " + ProcessHandle.current().pid() + " (");
        }
    }

    @Test
    void whereNothingTellsNobodyIsNamed() {
        assertThat(new PortHolder(Path.of("/no/such/directory")).of(80)).isEmpty();
    }
}
