package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fullstackmaven.deploy.Certificates;
import io.github.fullstackmaven.deploy.Deployer;
import io.github.fullstackmaven.deploy.Deployment;
import io.github.fullstackmaven.deploy.Inspection;
import io.github.fullstackmaven.deploy.Operation;
import io.github.fullstackmaven.deploy.Outcome;
import io.github.fullstackmaven.deploy.Status;
import io.github.fullstackmaven.deploy.Target;
import io.github.fullstackmaven.deploy.UnitOperation;
import io.github.fullstackmaven.engine.ContainerSpec;
import io.github.fullstackmaven.engine.ExecResult;
import io.github.fullstackmaven.it.lab.TakenPort;
import io.github.fullstackmaven.it.tls.TestCertificate;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Tls;
import io.github.fullstackmaven.model.Volume;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryEngine
class DeployIT extends EngineTest {
    @TempDir Path directory;

    @Test
    void putsAnApplicationOnTheAirAndLeavesItAloneWhenNothingChanged() {
        Target target = shop.target(shop.image(engine, "v1", "200"));

        Deployment first = deploy(target);
        Deployment again = deploy(target);

        assertThat(first.outcome()).isEqualTo(Outcome.LIVE);
        assertThat(get("/")).startsWith("HTTP/1.1 200").endsWith("v1 r1");
        assertThat(get("/host")).contains("shop.test:" + shop.httpPort() + " http ");
        assertThat(Http.get(lab.at(shop.httpPort()), "stranger.test", "/"))
                .startsWith("HTTP/1.1 400");
        assertThat(again.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(again.operations()).isEmpty();
        assertThat(again.containers()).isEqualTo(first.containers());
    }

    @Test
    void doesExactlyWhatTheDryRunPrints() {
        Target first = shop.target(shop.image(engine, "v1", "200"));
        List<String> planned = plan(first);
        assertThat(lines(deploy(first))).isEqualTo(planned);

        Target second = shop.target(shop.image(engine, "v2", "200"));
        planned = plan(second);
        assertThat(lines(deploy(second))).isEqualTo(planned);

        assertThat(plan(second)).isEmpty();
        assertThat(units(shop.application()))
                .containsExactly("fullstack-" + shop.application().id() + "-r2");
    }

    @Test
    void keepsServingWhereItIsWhenAnotherPortIsAskedFor() {
        String image = shop.image(engine, "v1", "200");
        deploy(shop.target(image));
        TestApplication moved =
                new TestApplication(shop.name(), shop.domain(), freePort(), freePort());

        Deployment refused = deploy(moved.target(image), new PrintedProgress());

        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(refused.problem().orElseThrow())
                .hasMessageContaining("FS-DEPLOY-020")
                .hasMessageContaining("is on the edge of port " + shop.httpPort());
        assertThatThrownBy(() -> undeploy(moved.application()))
                .hasMessageContaining("FS-DEPLOY-020");
        assertThat(get("/")).endsWith("v1 r1");
        assertThat(engine.container("fullstack-edge-" + moved.httpPort())).isEmpty();
    }

    @Test
    void keepsServingWhenTheNewReleaseIsUnhealthy() {
        deploy(shop.target(shop.image(engine, "v1", "200")));

        Deployment failed = deploy(shop.target(shop.image(engine, "v2", "503")));

        assertThat(failed.outcome()).isEqualTo(Outcome.UNHEALTHY);
        assertThat(failed.release()).contains("r1");
        assertThat(failed.problem().orElseThrow())
                .hasMessageContaining("FS-DEPLOY-003")
                .hasMessageContaining("/readyz answered 503")
                .hasMessageContaining("start worker process");
        assertThat(get("/")).endsWith("v1 r1");
        assertThat(units(shop.application())).hasSize(1);
    }

    @Test
    void leavesNothingWhenTheFirstReleaseIsUnhealthy() {
        Application withData = withVolume();

        Deployment failed =
                deploy(TestApplication.target(withData, shop.image(engine, "v1", "503")));

        assertThat(failed.outcome()).isEqualTo(Outcome.UNHEALTHY);
        assertThat(units(withData)).isEmpty();
        assertThat(engine.container("fullstack-edge-" + shop.httpPort())).isEmpty();
        assertThat(engine.hasVolume("fullstack-edge-" + shop.httpPort())).isFalse();
        assertThat(engine.hasVolume(withData.id() + "_data")).isFalse();
    }

    @Test
    void makesANewReleaseWhenAVariableChangesAndHandsItOverExactly() {
        String image = shop.image(engine, "v1", "200");
        deploy(shop.target(image));
        String odd = "two\nlines 'quoted' \"$HOME\" #; \u00e9";
        Application changed = shop.application(Map.of("TOKEN", odd), List.of(), Optional.empty());

        Deployment second = deploy(TestApplication.target(changed, image));

        assertThat(second.release()).contains("r2");
        assertThat(second.operations().get(1).cause()).isEqualTo("model changed");
        ExecResult token =
                engine.exec(
                        second.containers().get(0).name(),
                        List.of("printenv", "TOKEN"),
                        "",
                        Duration.ofSeconds(10));
        assertThat(token.out()).isEqualTo(odd);
    }

    @Test
    void refusesADomainThatAnotherApplicationHas() {
        TestApplication other =
                new TestApplication("it-other", shop.domain(), shop.httpPort(), shop.httpsPort());
        deploy(shop.target(shop.image(engine, "v1", "200")));

        Deployment refused = deploy(other.target(shop.image(engine, "v2", "200")));

        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(refused.problem().orElseThrow()).hasMessageContaining("FS-EDGE-001");
        assertThat(get("/")).endsWith("v1 r1");
    }

    @Test
    void servesTwoApplicationsOnOnePortAndTakesOneAwayAlone() {
        TestApplication other =
                new TestApplication(
                        "it-other", Optional.empty(), shop.httpPort(), shop.httpsPort());
        String image = shop.image(engine, "v1", "200");
        deploy(shop.target(image));
        deploy(other.target(image));

        assertThat(Http.get(lab.at(shop.httpPort()), "anything.test", "/")).endsWith("v1 r1");
        undeploy(shop.application());

        assertThat(engine.hasVolume("fullstack-edge-" + shop.httpPort())).isTrue();
        assertThat(Http.get(lab.at(shop.httpPort()), "anything.test", "/")).endsWith("v1 r1");
        undeploy(other.application());
    }

    @Test
    void namesAPortThatIsTakenAndLeavesNothing() {
        try (TakenPort taken = lab.take(shop.httpPort())) {
            Deployment refused = deploy(shop.target(shop.image(engine, "v1", "200")));

            assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(refused.problem().orElseThrow())
                    .hasMessageContaining("FS-EDGE-003")
                    .hasMessageContaining("port " + taken.port());
            assertThat(units(shop.application())).isEmpty();
            assertThat(engine.hasVolume("fullstack-edge-" + shop.httpPort())).isFalse();
            assertThat(engine.hasNetwork("fullstack-edge-" + shop.httpPort())).isFalse();
        }
    }

    @Test
    void doesWithoutTheHttpsPortWhenNobodyAsksForTls() {
        try (TakenPort taken = lab.take(shop.httpsPort())) {
            Deployment deployment = deploy(shop.target(shop.image(engine, "v1", "200")));

            assertThat(taken.port()).isEqualTo(shop.httpsPort());
            assertThat(deployment.outcome()).isEqualTo(Outcome.LIVE);
            assertThat(get("/")).endsWith("v1 r1");
        }
    }

    @Test
    void letsOneDeployAtATime() throws InterruptedException {
        String first = shop.image(engine, "v1", "200");
        String second = shop.image(engine, "v2", "200");
        deploy(shop.target(first));
        CountDownLatch holding = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        Deployer slow =
                new Deployer(
                        engine,
                        new PrintedProgress() {
                            @Override
                            public void begins(Operation operation) {
                                if (operation instanceof UnitOperation.CreateUnit) {
                                    holding.countDown();
                                    await(enough);
                                }
                            }
                        },
                        Clock.systemUTC());
        Thread holder = new Thread(() -> slow.deploy(shop.target(second)));
        holder.start();
        await(holding);

        Deployment refused = deploy(shop.target(second));

        enough.countDown();
        holder.join();
        assertThat(refused.outcome()).isEqualTo(Outcome.LOCKED);
        assertThat(refused.problem().orElseThrow())
                .hasMessageContaining("FS-DEPLOY-001")
                .hasMessageContaining("test since");
        assertThat(get("/")).endsWith("v2 r2");
    }

    @Test
    void goesBackWhenItIsInterruptedBeforeTheSwitch() throws InterruptedException {
        String second = shop.image(engine, "v2", "503");
        deploy(shop.target(shop.image(engine, "v1", "200")));
        CountDownLatch gating = new CountDownLatch(1);
        Deployment[] result = new Deployment[1];
        Deployer deployer =
                new Deployer(
                        engine,
                        new PrintedProgress() {
                            @Override
                            public void begins(Operation operation) {
                                if (operation instanceof UnitOperation.Gate) {
                                    gating.countDown();
                                }
                            }
                        },
                        Clock.systemUTC());
        Thread thread = new Thread(() -> result[0] = deployer.deploy(shop.target(second)));
        thread.start();
        await(gating);

        deployer.cancel();

        thread.join();
        assertThat(result[0].outcome()).isEqualTo(Outcome.INTERRUPTED);
        assertThat(units(shop.application())).hasSize(1);
        assertThat(get("/")).endsWith("v1 r1");
    }

    @Test
    void stopsTheOldReleaseFirstWhenAVolumeHasOneWriter() {
        Application withData = withVolume();
        String image = shop.image(engine, "v1", "200");
        deploy(TestApplication.target(withData, image));

        Deployment failed =
                deploy(TestApplication.target(withData, shop.image(engine, "v2", "503")));
        assertThat(failed.outcome()).isEqualTo(Outcome.UNHEALTHY);
        assertThat(get("/")).endsWith("v1 r1");

        Deployment second =
                deploy(TestApplication.target(withData, shop.image(engine, "v3", "200")));
        assertThat(lines(second))
                .anyMatch(l -> l.startsWith("stop unit") && l.contains("one writer at a time"));
        assertThat(get("/")).contains("v3 r");
    }

    @Test
    void putsAFixOnTheAirWhileTheLiveReleaseIsBroken() {
        Application withData = withVolume();
        String image =
                shop.imageAnswering(
                        engine, "v1", "if (-f /data/broken) { return 503; } return 200;");
        deploy(TestApplication.target(withData, image));
        Volume data = new Volume(withData.id() + "_data", "/data", false, false, "test");
        engine.run(
                ContainerSpec.of(TestApplication.EDGE_IMAGE, "0:0")
                        .volumes(List.of(data))
                        .program("/bin/sh", "-c", "touch /data/broken && chmod 777 /data")
                        .build(),
                "",
                Duration.ofSeconds(60));
        engine.stop("fullstack-" + withData.id() + "-r1", Duration.ofSeconds(5));

        Deployment fix = deploy(TestApplication.target(withData, shop.image(engine, "v2", "200")));

        assertThat(fix.outcome()).isEqualTo(Outcome.LIVE);
        assertThat(get("/")).endsWith("v2 r2");
        assertThat(units(withData)).hasSize(1);
    }

    @Test
    void switchesBackWhenTheNewReleaseDiesRightAfterTheSwitch() {
        Target second = shop.target(shop.image(engine, "v2", "200"));
        deploy(shop.target(shop.image(engine, "v1", "200")));
        Deployer deployer =
                new Deployer(
                        engine,
                        new PrintedProgress() {
                            @Override
                            public void begins(Operation operation) {
                                if (operation instanceof UnitOperation.Watch watch) {
                                    engine.exec(
                                            watch.unit().name(),
                                            List.of("sh", "-c", "kill -TERM 1"),
                                            "",
                                            Duration.ofSeconds(10));
                                }
                            }
                        },
                        Clock.systemUTC());

        Deployment back = deployer.deploy(second);

        assertThat(back.outcome()).isEqualTo(Outcome.ROLLED_BACK);
        assertThat(back.release()).contains("r1");
        assertThat(get("/")).endsWith("v1 r1");
        assertThat(units(shop.application())).hasSize(1);
    }

    @Test
    void servesTheOthersWhenTheEdgeStartsWithOneBrokenCertificate() throws Exception {
        TestCertificate made = TestCertificate.of("secure.test", directory);
        Tls tls = new Tls(made.certificate().toString(), made.key().toString());
        TestApplication other =
                new TestApplication(
                        "it-secure", Optional.of("secure.test"), shop.httpPort(), shop.httpsPort());
        String image = shop.image(engine, "v1", "200");
        Target secure =
                new Target(
                        other.application(Map.of(), List.of(), Optional.of(tls)),
                        image,
                        Optional.of(Certificates.read(tls, "secure.test", Instant.now())),
                        "test");
        deploy(shop.target(image));
        deploy(secure);
        String edge = "fullstack-edge-" + shop.httpPort();
        engine.exec(
                edge,
                List.of("sh", "-c", "rm /edge/certs/*/*/key.pem"),
                "",
                Duration.ofSeconds(10));
        engine.stop(edge, Duration.ofSeconds(5));

        engine.start(edge);

        for (int i = 0; i < 100 && !answers(edge); i++) {
            Thread.sleep(100);
        }
        assertThat(get("/")).endsWith("v1 r1");
        assertThat(deploy(secure).outcome()).isEqualTo(Outcome.LIVE);
        assertThat(Http.get(lab.at(shop.httpPort()), "secure.test", "/"))
                .startsWith("HTTP/1.1 308");
        undeploy(other.application());
    }

    @Test
    void servesHttpsOnTheApplicationsDomainAlone() throws Exception {
        TestCertificate made = TestCertificate.of("shop.test", directory);
        Tls tls = new Tls(made.certificate().toString(), made.key().toString());
        Application secure = shop.application(Map.of(), List.of(), Optional.of(tls));
        Target target =
                new Target(
                        secure,
                        shop.image(engine, "v1", "200"),
                        Optional.of(Certificates.read(tls, "shop.test", Instant.now())),
                        "test");

        assertThat(deploy(target).outcome()).isEqualTo(Outcome.LIVE);

        String answer = https("shop.test", "/host");
        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("Strict-Transport-Security: max-age=300")
                .contains("shop.test:" + shop.httpsPort() + " https ");
        assertThat(get("/x?y=1"))
                .startsWith("HTTP/1.1 308")
                .contains("Location: https://shop.test:" + shop.httpsPort() + "/x?y=1");
        assertThat(Http.get(lab.at(shop.httpsPort()), "shop.test", "/z"))
                .startsWith("HTTP/1.1 308")
                .contains("Location: https://shop.test:" + shop.httpsPort() + "/z");
        Assertions.assertThatThrownBy(() -> https("stranger.test", "/"))
                .isInstanceOf(SSLHandshakeException.class);
        Status status = new Inspection(engine).status(secure);
        assertThat(status.certificateExpires()).isPresent();
        assertThat(status.release()).contains("r1");
        ExecResult keys =
                engine.exec(
                        "fullstack-edge-" + shop.httpPort(),
                        List.of("sh", "-c", "stat -c '%a %u' /edge/certs/*/*/key.pem"),
                        "",
                        Duration.ofSeconds(10));
        assertThat(keys.out()).isEqualTo("600 101");
        assertThat(deploy(target).outcome()).isEqualTo(Outcome.UNCHANGED);
    }

    private Application withVolume() {
        return shop.application(
                Map.of(),
                List.of(new Volume("data", "/data", false, true, "test")),
                Optional.empty());
    }

    private boolean answers(String edge) {
        return engine.exec(
                        edge,
                        List.of(
                                "curl",
                                "-sf",
                                "--unix-socket",
                                "/tmp/admin.sock",
                                "http://edge/alive"),
                        "",
                        Duration.ofSeconds(10))
                .ok();
    }

    private String get(String path) {
        return Http.get(lab.at(shop.httpPort()), "shop.test", path);
    }

    private static List<String> lines(Deployment deployment) {
        return deployment.operations().stream().map(Operation::line).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String https(String host, String path) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustsAll()}, null);
        try (Socket plain = new Socket(lab.address(), shop.httpsPort());
                SSLSocket socket =
                        (SSLSocket)
                                context.getSocketFactory()
                                        .createSocket(plain, host, shop.httpsPort(), true)) {
            socket.setSoTimeout(10_000);
            return Http.exchange(socket, host + ":" + shop.httpsPort(), path);
        }
    }

    /** The certificate of a test is signed by nobody. */
    private static final class TrustsAll implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
