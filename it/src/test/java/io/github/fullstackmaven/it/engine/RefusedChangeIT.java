package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.deploy.Deployer;
import io.github.fullstackmaven.deploy.Deployment;
import io.github.fullstackmaven.deploy.Operation;
import io.github.fullstackmaven.deploy.Outcome;
import io.github.fullstackmaven.deploy.SiteOperation;
import io.github.fullstackmaven.it.load.LoadClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A change that nginx does not take leaves the edge as it was: what is live, and every file. */
@OnEveryEngine
class RefusedChangeIT extends SharedEdge {
    /**
     * What is written into the volume at the moment of the switch, and what the tool says of it.
     */
    private record Fault(String name, String put, String says, String takeAway) {}

    private static final List<Fault> FAULTS =
            List.of(
                    new Fault(
                            "a syntax error",
                            "echo 'server { listen 8080' > /edge/projects/fault.pro.conf",
                            "fault.pro is broken",
                            "rm /edge/projects/fault.pro.conf"),
                    new Fault(
                            "a certificate that is missing",
                            "echo 'server { listen 8443 ssl; server_name fault.test;"
                                    + " ssl_certificate certs/none.pem;"
                                    + " ssl_certificate_key certs/none.pem; }'"
                                    + " > /edge/projects/fault.pro.conf",
                            "certs/none.pem",
                            "rm /edge/projects/fault.pro.conf"),
                    new Fault(
                            "a port that another process has",
                            "echo 'pid /tmp/o.pid; events {} http { client_body_temp_path /tmp/o1;"
                                    + " proxy_temp_path /tmp/o2; fastcgi_temp_path /tmp/o3;"
                                    + " uwsgi_temp_path /tmp/o4; scgi_temp_path /tmp/o5;"
                                    + " server { listen 7777; } }' > /tmp/o.conf"
                                    + " && nginx -e /dev/null -c /tmp/o.conf"
                                    + " && echo 'server { listen 7777; }'"
                                    + " > /edge/projects/fault.pro.conf",
                            "did not take up",
                            "rm /edge/projects/fault.pro.conf; kill \"$(cat /tmp/o.pid)\""));

    @Test
    void whatIsLiveStaysLiveAndTheSlotIsPutBack() {
        String first = shop.image(engine, "v1", "200");
        String second = shop.image(engine, "v2", "200");
        deploy(shop.target(first));
        String site = inEdge("cat /edge/projects/" + shop.name() + ".pro.conf | sha256sum");

        for (Fault fault : FAULTS) {
            LoadClient load = visitors("shop.test");
            Deployment failed = deployWith(fault, second);
            LoadClient.Report report = load.stop();

            assertThat(failed.outcome()).as(fault.name()).isEqualTo(Outcome.SWITCH_FAILED);
            assertThat(failed.release()).as(fault.name()).contains("r1");
            assertThat(failed.problem().orElseThrow())
                    .as(fault.name())
                    .hasMessageContaining("FS-DEPLOY-004")
                    .hasMessageContaining(fault.says());
            assertThat(get("shop.test", "/")).as(fault.name()).endsWith("v1 r1");
            assertThat(inEdge("sed -n 2p /edge/slots/*.slot"))
                    .as(fault.name())
                    .isEqualTo("default \"r1\";");
            assertThat(inEdge("cat /edge/projects/" + shop.name() + ".pro.conf | sha256sum"))
                    .as(fault.name())
                    .isEqualTo(site);
            System.out.println(fault.name() + ": " + failed.problem().orElseThrow().getMessage());
            inEdge(fault.takeAway());
            record("E1", fault.name() + " at the switch", 1, report, failed.outcome().id());
            assertThat(report.failures()).as(fault.name()).isEmpty();
        }

        assertThat(deploy(shop.target(second)).outcome()).isEqualTo(Outcome.LIVE);
        assertThat(get("shop.test", "/")).contains("v2 r");
        assertThat(units(shop.application())).hasSize(1);
    }

    private Deployment deployWith(Fault fault, String image) {
        return new Deployer(
                        engine,
                        new PrintedProgress() {
                            @Override
                            public void begins(Operation operation) {
                                if (operation instanceof SiteOperation.Switch) {
                                    inEdge(fault.put());
                                }
                            }
                        },
                        Clock.systemUTC())
                .deploy(shop.target(image));
    }

    @Test
    void aChangeThatDoesNotArriveWholeOrComesTooLateIsNotMade() {
        deploy(shop.target(shop.image(engine, "v1", "200")));
        String before = inEdge("cd /edge && find . -type f ! -name .lock | sort | xargs sha256sum");
        String key = inEdge("sed -n 's/^  server_name \\(.*\\);/\\1/p' /edge/slots/*.slot");

        assertThat(apply(key, "r1 r1 put projects/x.pro.conf 4 " + "0".repeat(64))).isEqualTo(4);
        assertThat(apply(key, "r7 r8 remove projects/x.pro.conf")).isEqualTo(9);
        assertThat(apply(key, "- r1 remove projects/x.pro.conf")).isEqualTo(9);

        assertThat(inEdge("cd /edge && find . -type f ! -name .lock | sort | xargs sha256sum"))
                .isEqualTo(before);
        assertThat(get("shop.test", "/")).endsWith("v1 r1");
    }

    /** Returns how the edge's own program for changes ends. */
    private int apply(String key, String words) {
        return engine.exec(
                        edge(),
                        Stream.concat(
                                        Stream.of("sh", "-c", script(), "apply", key),
                                        Stream.of(words.split(" ")))
                                .toList(),
                        "text",
                        Duration.ofSeconds(30))
                .exit();
    }

    private static String script() {
        StringBuilder text = new StringBuilder();
        for (String name : List.of("sift", "apply")) {
            String resource = "/META-INF/fullstack/templates/edge/" + name + ".sh";
            try (InputStream in = Deployer.class.getResourceAsStream(resource)) {
                text.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return text.toString();
    }
}
