package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fullstackmaven.deploy.EdgeUpgrade;
import io.github.fullstackmaven.deploy.EdgeUpgrader;
import io.github.fullstackmaven.deploy.Inspection;
import io.github.fullstackmaven.deploy.Operation;
import io.github.fullstackmaven.deploy.Outcome;
import io.github.fullstackmaven.deploy.Status;
import io.github.fullstackmaven.engine.ContainerState;
import io.github.fullstackmaven.engine.ImageBuild;
import io.github.fullstackmaven.it.load.LoadClient;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Images;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The edge gets another image when somebody says so, and is never worse off for it. */
@OnEveryEngine
class EdgeUpgradeIT extends EngineTest {
    private static final String IMAGE = "it-edgeupgradeit-edge:";

    @AfterEach
    void removeImages() {
        List.of("newer", "old", "broken").forEach(tag -> engine.removeImage(IMAGE + tag));
    }

    @Test
    void onlyWhoAsksForItGetsTheImageThatIsConfigured() throws Exception {
        String image = shop.image(engine, "v1", "200");
        deploy(shop.target(image));
        TestApplication other = neighbour();
        deploy(other.target(image));
        Application newer = with(edgeImage("newer", ""));
        String before = edge().id();

        // No deployment does.
        assertThat(deploy(TestApplication.target(newer, image)).outcome())
                .isEqualTo(Outcome.UNCHANGED);
        assertThat(edge().id()).isEqualTo(before);
        Status status = new Inspection(engine).status(newer);
        assertThat(status.edgeVersion().orElseThrow()).matches("1\\.\\d+\\.\\d+");
        assertThat(status.edgeOutdated())
                .contains(
                        "it was made from "
                                + TestApplication.EDGE_IMAGE
                                + ", configured is "
                                + IMAGE
                                + "newer");
        assertThat(new Inspection(engine).status(shop.application()).edgeOutdated()).isEmpty();
        List<String> plan = upgrader().plan(newer).stream().map(Operation::line).toList();
        assertThat(edge().id()).isEqualTo(before);

        EdgeUpgrade upgrade = upgrader().upgrade(newer, "test");

        System.out.println("closed for " + upgrade.closed().toMillis() + " ms");
        assertThat(upgrade.operations()).extracting(Operation::line).isEqualTo(plan);
        assertThat(plan)
                .containsExactly(
                        "take lock fullstack-lock-edge-"
                                + shop.httpPort()
                                + ": nobody changes the edge meanwhile",
                        "try configuration of "
                                + edgeName()
                                + " with "
                                + IMAGE
                                + "newer: before anything is changed",
                        "take down edge "
                                + edgeName()
                                + ": two cannot have its ports; connections are refused meanwhile",
                        "create edge "
                                + edgeName()
                                + ": it was made from "
                                + TestApplication.EDGE_IMAGE
                                + ", configured is "
                                + IMAGE
                                + "newer",
                        "release lock fullstack-lock-edge-" + shop.httpPort() + ": done");
        assertThat(edge().image()).isEqualTo(IMAGE + "newer");
        assertThat(edge().ports()).containsEntry(8443, shop.httpsPort());
        assertThat(get("shop.test")).startsWith("HTTP/1.1 200").endsWith("v1 r1");
        assertThat(get("other.test")).startsWith("HTTP/1.1 200").endsWith("v1 r1");
        assertThat(new Inspection(engine).status(newer).edgeOutdated()).isEmpty();
        assertThat(upgrader().upgrade(newer, "test").operations()).isEmpty();
        assertThat(deploy(shop.target(shop.image(engine, "v2", "200"))).outcome())
                .isEqualTo(Outcome.LIVE);
        assertThat(get("shop.test")).endsWith("v2 r2");
    }

    @Test
    void anImageThatIsNoGoodLeavesTheOldEdgeServing() throws Exception {
        deploy(shop.target(shop.image(engine, "v1", "200")));
        String before = edge().id();
        Application old =
                with(edgeImage("old", "nginx() { echo 'nginx version: nginx/1.22.1' >&2; }"));
        Application broken =
                with(
                        edgeImage(
                                "broken",
                                "case \"$*\" in *daemon*) exit 1 ;; esac; nginx() { :; }"));

        // One that is seen to be no good is not even begun with.
        assertThatThrownBy(() -> upgrader().upgrade(old, "test"))
                .hasMessageContaining("FS-EDGE-011")
                .hasMessageContaining("nginx in the edge's image is 1.22");
        assertThat(edge().id()).isEqualTo(before);

        // One that only shows it when it runs: the old edge is made again.
        assertThatThrownBy(() -> upgrader().upgrade(broken, "test"))
                .hasMessageContaining("FS-EDGE-012");
        assertThat(edge().imageId())
                .isEqualTo(engine.image(TestApplication.EDGE_IMAGE).orElseThrow().id());
        assertThat(get("shop.test")).startsWith("HTTP/1.1 200").endsWith("v1 r1");
        assertThat(engine.container("fullstack-lock-edge-" + shop.httpPort())).isEmpty();
        assertThat(new Inspection(engine).status(shop.application()).setAside()).isEmpty();
    }

    @Test
    void anUpgradeThatWasCutOffIsFinishedByWhoeverComesNext() throws Exception {
        String image = shop.image(engine, "v1", "200");
        deploy(shop.target(image));
        Application newer = with(edgeImage("newer", ""));

        // Killed when the old edge was stopped, and killed when it was removed.
        engine.stop(edgeName(), Duration.ofSeconds(5));
        assertThat(upgrader().upgrade(newer, "test").before()).isEmpty();
        assertThat(get("shop.test")).endsWith("v1 r1");
        engine.remove(edgeName());
        assertThat(upgrader().plan(newer))
                .extracting(Operation::line)
                .contains("create edge " + edgeName() + ": its container is missing");
        assertThat(deploy(shop.target(image)).containers()).hasSize(1);

        assertThat(get("shop.test")).endsWith("v1 r1");
    }

    @Test
    @Tag("redeploys")
    void aClientIsRefusedForAsLongAsIsSaidAndNoLonger() throws Exception {
        deploy(shop.target(shop.image(engine, "v1", "200")));
        Application newer = with(edgeImage("newer", ""));

        LoadClient load = LoadClient.start("shop.test", lab.at(shop.httpPort()), "/order", "{}");
        for (int i = 0; i < 20; i++) {
            EdgeUpgrade upgrade = upgrader().upgrade(i % 2 == 0 ? newer : shop.application(), "it");
            assertThat(upgrade.operations()).isNotEmpty();
            System.out.println("closed for " + upgrade.closed().toMillis() + " ms");
            Thread.sleep(500);
        }
        LoadClient.Report report = load.stop();

        // What is let in is answered, or cut off with the edge: never by an error of the server.
        System.out.println(report);
        assertThat(report.failures().keySet()).noneMatch(f -> f.startsWith("status"));
        assertThat(report.answered()).isPositive();
    }

    @Test
    void thereHasToBeAnEdge() {
        assertThatThrownBy(() -> upgrader().upgrade(shop.application(), "test"))
                .hasMessageContaining("FS-EDGE-013");
    }

    private EdgeUpgrader upgrader() {
        return new EdgeUpgrader(engine, new PrintedProgress(), Clock.systemUTC());
    }

    private TestApplication neighbour() {
        return new TestApplication(
                shop.name() + "-other",
                Optional.of("other.test"),
                shop.httpPort(),
                shop.httpsPort());
    }

    private String edgeName() {
        return "fullstack-edge-" + shop.httpPort();
    }

    private ContainerState edge() {
        return engine.container(edgeName()).orElseThrow();
    }

    private String get(String host) {
        return Http.get(lab.at(shop.httpPort()), host, "/");
    }

    /** Builds an image of an edge whose nginx does something before it does what it always does. */
    private String edgeImage(String tag, String before) throws IOException {
        Path context = Files.createTempDirectory("fullstack-it");
        String nginx =
                before.isEmpty()
                        ? "LABEL of.a.test=" + tag + "\n"
                        : "RUN program=$(command -v nginx) && mv \"$program\" \"$program.real\" &&"
                                + " printf '%s\\n' '#!/bin/sh' '"
                                + before.replace("'", "'\\''")
                                + "' 'case \"$1\" in -v) nginx ;; esac' \"exec $program.real"
                                + " \\\"\\$@\\\"\" > \"$program\" && chmod 755 \"$program\"\n";
        Files.writeString(
                context.resolve("Dockerfile"),
                "FROM " + TestApplication.EDGE_IMAGE + " AS app\n" + nginx);
        engine.build(
                ImageBuild.image(
                        context,
                        context.resolve("Dockerfile"),
                        "app",
                        ImageBuild.Image.of(IMAGE + tag),
                        Duration.ofMinutes(5)),
                line -> {});
        return IMAGE + tag;
    }

    /** The same application, with another image for the edge. */
    private Application with(String edge) {
        Application is = shop.application();
        return new Application(
                is.name(),
                is.environment(),
                is.domain(),
                is.layout(),
                is.services(),
                is.routes(),
                is.variables(),
                is.envFiles(),
                is.volumes(),
                is.edge(),
                is.tls(),
                is.origins(),
                is.timing(),
                is.resources(),
                new Images(is.images().app(), Map.of("edge", edge)),
                is.retain());
    }
}
