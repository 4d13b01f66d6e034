package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.deploy.Deployer;
import io.github.fullstackmaven.deploy.Operation;
import io.github.fullstackmaven.deploy.Outcome;
import io.github.fullstackmaven.deploy.SiteOperation;
import io.github.fullstackmaven.deploy.Target;
import io.github.fullstackmaven.it.load.LongConnection;
import io.github.fullstackmaven.it.tls.TestCertificate;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Layout;
import io.github.fullstackmaven.model.RequestLimits;
import io.github.fullstackmaven.model.Timing;
import io.github.fullstackmaven.model.Tls;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A web socket through edge and gateway: a neighbour's redeployment goes unnoticed, and one's own
 * ends it after the drain time.
 */
@Tag("redeploys")
@OnEveryEngine
class ConversationsIT extends SharedEdge {
    private static final Duration DRAIN = Duration.ofSeconds(3);
    private static final Duration READY = Duration.ofMinutes(2);

    @Test
    void aWebSocketLastsUntilItsOwnApplicationIsRedeployed() throws Exception {
        PagesApplication pages = new PagesApplication(shop);
        TestApplication neighbour = neighbour("neighbour", Optional.of("neighbour.test"));
        TestCertificate made = TestCertificate.of("shop.test", directory);
        Optional<Tls> tls =
                Optional.of(new Tls(made.certificate().toString(), made.key().toString()));
        live(pages.target(engine, "v1", application(pages, tls, "one")));
        live(hasty(neighbour, neighbour.image(engine, "v1", "200")));

        LongConnection socket =
                LongConnection.webSocket(
                        () -> https().connect("shop.test"),
                        "shop.test:" + shop.httpsPort(),
                        "/api/echo");
        hears(socket);
        assertThat(socket.status()).isEqualTo("HTTP/1.1 101 Switching Protocols");

        live(hasty(neighbour, neighbour.image(engine, "v2", "200")));
        hears(socket);
        assertThat(socket.end()).as("a neighbour's redeployment ends nothing").isEmpty();

        Instant switched = liveSince(pages.target(engine, "v1", application(pages, tls, "two")));
        socket.await();
        assertThat(socket.end()).isEqualTo("closed");
        assertThat(Duration.between(switched, socket.last())).isGreaterThanOrEqualTo(DRAIN);
    }

    private static Application application(PagesApplication pages, Optional<Tls> tls, String mark) {
        return pages.application(Layout.SPLIT, tls, mark, RequestLimits.DEFAULT, READY, DRAIN);
    }

    private static Target hasty(TestApplication neighbour, String image) {
        Timing usual = neighbour.application().timing();
        return TestApplication.target(
                neighbour.timed(
                        new Timing(
                                usual.build(),
                                READY,
                                usual.watch(),
                                Duration.ofSeconds(1),
                                usual.stop(),
                                usual.lockWait())),
                image);
    }

    private static void hears(LongConnection connection) throws InterruptedException {
        int before = connection.heard();
        for (int i = 0; i < 100 && connection.heard() == before; i++) {
            Thread.sleep(100);
        }
        assertThat(connection.heard())
                .as(connection.status() + " " + connection.end())
                .isGreaterThan(before);
    }

    private void live(Target target) {
        assertThat(deploy(target).outcome()).isEqualTo(Outcome.LIVE);
    }

    private Instant liveSince(Target target) {
        AtomicReference<Instant> switched = new AtomicReference<>();
        Deployer deployer =
                new Deployer(
                        engine,
                        new PrintedProgress() {
                            @Override
                            public void begins(Operation operation) {
                                if (operation instanceof SiteOperation.Switch) {
                                    switched.set(Instant.now());
                                }
                            }
                        },
                        Clock.systemUTC());
        assertThat(deployer.deploy(remembered(target)).outcome()).isEqualTo(Outcome.LIVE);
        return switched.get();
    }
}
