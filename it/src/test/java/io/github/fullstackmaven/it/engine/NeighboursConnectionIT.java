package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.deploy.Outcome;
import io.github.fullstackmaven.deploy.Target;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Timing;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Each change of the edge ends the connections of before it, after the longest time that any
 * application asks for: those of a patient application outlive the redeployments of a hasty one.
 */
@Tag("redeploys")
@OnEveryEngine
class NeighboursConnectionIT extends SharedEdge {
    /** What the download of {@code /slow} takes at one kilobyte a second. */
    private static final int WHOLE = 60_000;

    @Test
    void aLongConnectionOutlivesTheRedeploymentsOfANeighbour() throws Exception {
        String first = shop.image(engine, "v1", "200");
        String second = shop.image(engine, "v2", "200");
        TestApplication patient = neighbour("patient", Optional.of("patient.test"));
        deploy(lasting(shop, first, 1));
        deploy(lasting(patient, first, 120));
        assertThat(inEdge("cat /edge/shutdown.conf")).isEqualTo("worker_shutdown_timeout 140s;");
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> download = pool.submit(download("patient.test"));

            assertThat(deploy(lasting(shop, second, 1)).outcome()).isEqualTo(Outcome.LIVE);
            assertThat(deploy(lasting(shop, first, 1)).outcome()).isEqualTo(Outcome.LIVE);

            assertThat(download.get()).isEqualTo(WHOLE);
        } finally {
            pool.shutdownNow();
        }
        undeploy(patient.application());
        assertThat(inEdge("cat /edge/shutdown.conf")).isEqualTo("worker_shutdown_timeout 30s;");
    }

    /** The application with a drain time in seconds, and twenty to get well. */
    private static Target lasting(TestApplication shop, String image, int drain) {
        Application plain = shop.application();
        Timing timing = plain.timing();
        return TestApplication.target(
                plain.but()
                        .timing(
                                new Timing(
                                        timing.build(),
                                        Duration.ofSeconds(20),
                                        timing.watch(),
                                        Duration.ofSeconds(drain),
                                        timing.stop(),
                                        timing.lockWait()))
                        .application(),
                image);
    }

    private Callable<Integer> download(String host) {
        return () -> {
            try (Socket socket = new Socket(lab.address(), shop.httpPort())) {
                socket.setSoTimeout(30_000);
                String request = "GET /slow HTTP/1.0\r\nHost: " + host + "\r\n\r\n";
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                return length(socket.getInputStream());
            }
        };
    }

    private static int length(InputStream in) throws IOException {
        String answer = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        return answer.length() - answer.indexOf("\r\n\r\n") - 4;
    }
}
