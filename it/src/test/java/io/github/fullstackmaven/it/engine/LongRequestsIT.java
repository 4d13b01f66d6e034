package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.deploy.Deployment;
import io.github.fullstackmaven.deploy.Operation;
import io.github.fullstackmaven.deploy.Outcome;
import io.github.fullstackmaven.deploy.SiteOperation;
import io.github.fullstackmaven.it.load.LoadClient;
import io.github.fullstackmaven.it.load.LongConnection;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Resources;
import io.github.fullstackmaven.model.Timing;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is under way when the edge is switched may go on for the drain time. */
@Tag("redeploys")
@OnEveryEngine
class LongRequestsIT extends FaultTest {
    private static final Duration DRAIN = Duration.ofSeconds(8);
    private static final int TIMES = 3;

    @Test
    void requestsEndAndOpenConnectionsLastForTheDrainTime() throws InterruptedException {
        List<String> images =
                List.of(
                        shop.imageTakingItsTime(engine, "v1"),
                        shop.imageTakingItsTime(engine, "v2"));
        assertThat(deploy(TestApplication.target(application(), images.get(0))).outcome())
                .isEqualTo(Outcome.LIVE);
        InetSocketAddress address = lab.at(shop.httpPort());
        LoadClient load = LoadClient.start("shop.test", address, "/slow", "{}");
        for (int i = 1; i <= TIMES; i++) {
            LongConnection events = LongConnection.events("shop.test", address, "/events");
            LongConnection webSocket = LongConnection.webSocket("shop.test", address, "/echo");
            awaitFirstWord(events);
            awaitFirstWord(webSocket);
            AtomicReference<Instant> switched = new AtomicReference<>();
            Deployment deployment =
                    deploy(
                            TestApplication.target(application(), images.get(i % 2)),
                            new PrintedProgress() {
                                @Override
                                public void ended(Operation operation, Duration took) {
                                    super.ended(operation, took);
                                    if (operation instanceof SiteOperation.Switch) {
                                        switched.set(Instant.now());
                                    }
                                }
                            });
            assertThat(deployment.outcome()).isEqualTo(Outcome.LIVE);
            for (LongConnection connection : List.of(events, webSocket)) {
                connection.await();
                System.out.println(
                        connection.status()
                                + ", "
                                + connection.heard()
                                + " heard, "
                                + connection.end());
                assertThat(Duration.between(switched.get(), connection.last()))
                        .isGreaterThanOrEqualTo(DRAIN);
                assertThat(connection.end()).isEqualTo("closed");
            }
            assertThat(events.status()).isEqualTo("HTTP/1.1 200 OK");
            assertThat(webSocket.status()).isEqualTo("HTTP/1.1 101 Switching Protocols");
        }
        LoadClient.Report report = load.stop();

        record(
                "Z2",
                "redeploys under requests of 2 s, an SSE stream and a WebSocket",
                TIMES,
                report,
                "requests ended, streams lasted for the drain time");
        assertThat(report.failures()).isEmpty();
        assertThat(report.answered()).isPositive();
    }

    private static void awaitFirstWord(LongConnection connection) throws InterruptedException {
        for (int i = 0; i < 100 && connection.heard() == 0; i++) {
            Thread.sleep(100);
        }
        assertThat(connection.heard()).as(connection.status() + connection.end()).isPositive();
    }

    private Application application() {
        Timing usual = shop.application().timing();
        return shop.with(
                new Timing(
                        usual.build(),
                        Duration.ofSeconds(60),
                        usual.watch(),
                        DRAIN,
                        usual.stop(),
                        usual.lockWait()),
                Resources.DEFAULT,
                3);
    }
}
