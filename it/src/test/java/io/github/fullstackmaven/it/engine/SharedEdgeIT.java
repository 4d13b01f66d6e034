package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fullstackmaven.deploy.Deployer;
import io.github.fullstackmaven.deploy.Deployment;
import io.github.fullstackmaven.deploy.Outcome;
import io.github.fullstackmaven.it.load.LoadClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several applications on one port: who is served by whom, and who is turned away. */
@OnEveryEngine
class SharedEdgeIT extends SharedEdge {
    private static final int NEIGHBOURS_REDEPLOYS = 5;
    private static final int AT_ONCE = 4;

    private final List<String> table = new ArrayList<>();

    @Test
    void everybodyGetsTheirOwnAndStrangersNothing() throws Exception {
        String image = shop.image(engine, "v1", "200");
        TestApplication plain = neighbour("plain", Optional.of("plain.test"));
        TestApplication fallback = neighbour("default", Optional.empty());
        String https = "https://shop.test:" + shop.httpsPort();
        deploy(secure(shop, image));
        deploy(plain.target(image));
        deploy(secure(neighbour("secure", Optional.of("secure.test")), image));
        row("no application for this name", get("stranger.test", "/"), "400");
        deploy(fallback.target(image));

        row("its own domain", get("plain.test", "/"), "200");
        row("its own domain, capitals", get("PLAIN.test", "/"), "200");
        row("the default application", get("stranger.test", "/"), "200");
        row("HTTP/1.0 without Host", sent("GET / HTTP/1.0\r\n\r\n"), "400");
        row("HTTP for a domain with TLS", get("shop.test", "/x?y=1"), "308 " + https + "/x?y=1");
        row("HTTPS", https().get("shop.test", own(), "/"), "200");
        row(
                "HTTP on the port for TLS",
                Http.get(lab.at(shop.httpsPort()), "shop.test", "/z"),
                "308 " + https + "/z");
        row(
                "HTTP on the port for TLS, no such domain",
                Http.get(lab.at(shop.httpsPort()), "stranger.test", "/"),
                "400");
        row(
                "Host of another application",
                https().get("shop.test", "plain.test:" + shop.httpsPort(), "/"),
                "421");
        row(
                "Host of another application with TLS",
                https().get("shop.test", "secure.test:" + shop.httpsPort(), "/"),
                "421");
        row("server name in capitals", https().get("SHOP.test", own(), "/"), "200");
        row("Host of nobody", https().get("shop.test", "stranger.test", "/"), "421");
        for (String name : List.of("stranger.test", "plain.test", "")) {
            assertThatThrownBy(() -> https().get(name, own(), "/"))
                    .as("server name '" + name + "'")
                    .isInstanceOf(SSLHandshakeException.class);
            table.add("TLS for '" + name + "': handshake refused");
        }
        assertThat(https().protocol("shop.test")).isEqualTo("h2");
        assertThat(
                        inEdge(
                                "curl -sk --http2 --resolve shop.test:8443:127.0.0.1 -o /dev/null"
                                        + " -w '%{http_version} %{http_code}'"
                                        + " https://shop.test:8443/"))
                .isEqualTo("2 200");
        row("a body of more than 10 MiB", post("plain.test", (10 << 20) + 1), "413");
        row("a body of 10 MiB", post("plain.test", 10 << 20), "200");
        row("a line of 40 kB", get("plain.test", "/" + "x".repeat(40_000)), "414");
        row("a header of 40 kB", request("plain.test", "X: " + "x".repeat(40_000)), "400");
        table.forEach(System.out::println);
        record(
                "E3",
                "names, ports and sizes that nobody is served for",
                table.size(),
                "each has its answer");
    }

    @Test
    void nothingThatAClientSaysAboutItselfGetsThrough() throws Exception {
        deploy(shop.target(shop.image(engine, "v1", "200")));

        String seen =
                request(
                        "shop.test",
                        "X-Forwarded-For: 6.6.6.6",
                        "X-Forwarded-Host: evil.test",
                        "X-Forwarded-Port: 666",
                        "X-Forwarded-Proto: https",
                        "X-Real-IP: 6.6.6.6",
                        "Forwarded: for=6.6.6.6;host=evil.test;proto=https",
                        "X-Forwarded-Prefix: /evil",
                        "X-Original-URL: /evil",
                        "Proxy: evil.test:1");

        System.out.println(seen.lines().reduce((a, b) -> b).orElse(""));
        assertThat(seen)
                .startsWith("HTTP/1.1 200")
                .contains("host=shop.test:" + shop.httpPort() + " ")
                .contains("forwarded-host=shop.test:" + shop.httpPort() + " ")
                .contains("port=" + shop.httpPort() + " proto=http ")
                .contains("forwarded= prefix= original= proxy= ")
                .contains("uri=/headers?a=%2F%20b")
                .doesNotContain("6.6.6.6")
                .doesNotContain("evil");
    }

    @Test
    void refusesWhatBelongsToAnotherBeforeAnythingIsChanged() {
        String image = shop.image(engine, "v1", "200");
        TestApplication fallback = neighbour("default", Optional.empty());
        deploy(shop.target(image));
        deploy(fallback.target(image));

        Deployment domain = deploy(neighbour("thief", Optional.of("shop.test")).target(image));
        Deployment second = deploy(neighbour("second", Optional.empty()).target(image));

        assertThat(domain.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(domain.problem().orElseThrow()).hasMessageContaining("FS-EDGE-001");
        assertThat(second.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(second.problem().orElseThrow()).hasMessageContaining("FS-EDGE-002");
        assertThat(inEdge("ls /edge/journal | wc -l")).isEqualTo("2");
    }

    @Test
    @Tag("redeploys")
    void aNeighbourUnderLoadNoticesNothingOfFiveRedeploys() {
        String first = shop.image(engine, "v1", "200");
        String second = shop.image(engine, "v2", "200");
        TestApplication other = neighbour("other", Optional.of("other.test"));
        deploy(shop.target(first));
        deploy(other.target(first));

        LoadClient load = visitors("other.test");
        for (int i = 0; i < NEIGHBOURS_REDEPLOYS; i++) {
            Deployment deployment = deploy(shop.target(i % 2 == 0 ? second : first));
            assertThat(deployment.outcome()).isEqualTo(Outcome.LIVE);
        }
        LoadClient.Report report = load.stop();

        record(
                "Z4",
                "redeploys of a neighbour on the same edge",
                NEIGHBOURS_REDEPLOYS,
                report,
                "live each time");
        assertThat(report.failures()).isEmpty();
        assertThat(report.answered()).isPositive();
    }

    @Test
    @Tag("redeploys")
    void twoApplicationsAreRedeployedAtOnceAndNobodyNotices() throws Exception {
        String first = shop.image(engine, "v1", "200");
        String second = shop.image(engine, "v2", "200");
        TestApplication other = neighbour("other", Optional.of("other.test"));
        deploy(shop.target(first));
        deploy(other.target(first));

        LoadClient ours = visitors("shop.test");
        LoadClient theirs = visitors("other.test");
        List<Deployment> deployments = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            String image = i % 2 == 0 ? second : first;
            CompletableFuture<Deployment> neighbour =
                    CompletableFuture.supplyAsync(() -> deployed(other, image));
            deployments.add(deployed(shop, image));
            deployments.add(neighbour.get());
        }
        LoadClient.Report ourReport = ours.stop();
        LoadClient.Report theirReport = theirs.stop();

        String fault = "redeploys of two applications on one edge at once: visitors of ";
        record("Z4", fault + "one", deployments.size(), ourReport, "live each time");
        record("Z4", fault + "the other", deployments.size(), theirReport, "live each time");
        assertThat(deployments).extracting(Deployment::outcome).containsOnly(Outcome.LIVE);
        assertThat(ourReport.failures()).isEmpty();
        assertThat(theirReport.failures()).isEmpty();
        assertThat(get("shop.test", "/")).endsWith("v1 r5");
        assertThat(get("other.test", "/")).endsWith("v1 r5");
    }

    private Deployment deployed(TestApplication application, String image) {
        return new Deployer(engine, new PrintedProgress(), Clock.systemUTC())
                .deploy(application.target(image));
    }

    private String own() {
        return "shop.test:" + shop.httpsPort();
    }

    private String request(String host, String... headers) {
        return sent(
                "GET /headers?a=%2F%20b HTTP/1.1\r\nHost: "
                        + host
                        + "\r\nConnection: close\r\n"
                        + String.join("\r\n", headers)
                        + "\r\n\r\n");
    }

    private String sent(String request) {
        return Http.send(lab.at(shop.httpPort()), request);
    }

    private String post(String host, int bytes) {
        return inEdge(
                "head -c "
                        + bytes
                        + " /dev/zero | curl -s -o /dev/null -w 'HTTP/1.1 %{http_code} '"
                        + " --resolve "
                        + host
                        + ":8080:127.0.0.1 -H 'Expect:' --data-binary @- http://"
                        + host
                        + ":8080/upload");
    }

    /** Checks status, and place where there is one, and adds a line to the table. */
    private void row(String what, String answer, String expected) {
        String[] words = expected.split(" ", 2);
        String status = answer.split(" ", 3)[1];
        table.add(what + ": " + status + (words.length > 1 ? " to " + words[1] : ""));
        assertThat(status).as(what + "\n" + answer).isEqualTo(words[0]);
        if (words.length > 1) {
            assertThat(answer).as(what).contains("Location: " + words[1] + "\r\n");
        }
    }
}
