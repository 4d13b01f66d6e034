package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fullstackmaven.deploy.Deployer;
import io.github.fullstackmaven.deploy.Deployment;
import io.github.fullstackmaven.deploy.EdgeOperation;
import io.github.fullstackmaven.deploy.EdgeUpgrade;
import io.github.fullstackmaven.deploy.EdgeUpgrader;
import io.github.fullstackmaven.deploy.Inspection;
import io.github.fullstackmaven.deploy.Operation;
import io.github.fullstackmaven.deploy.Outcome;
import io.github.fullstackmaven.deploy.Progress;
import io.github.fullstackmaven.deploy.SiteOperation;
import io.github.fullstackmaven.deploy.Status;
import io.github.fullstackmaven.engine.ContainerState;
import io.github.fullstackmaven.it.lab.TakenPort;
import io.github.fullstackmaven.it.load.LoadClient;
import io.github.fullstackmaven.it.runtime.Eventually;
import io.github.fullstackmaven.model.Application;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The edge gets another image when somebody says so, and is never worse off for it. */
@OnEveryEngine
class EdgeUpgradeIT extends EngineTest {
    private static final String IMAGE = "it-edgeupgradeit-edge:";

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

        List<Status> meanwhile = new ArrayList<>();
        EdgeUpgrade upgrade =
                new EdgeUpgrader(
                                engine,
                                new Meanwhile<>(
                                        EdgeOperation.HandOver.class,
                                        op -> meanwhile.add(new Inspection(engine).status(newer))),
                                Clock.systemUTC())
                        .upgrade(newer, "test");

        assertThat(upgrade.closed()).isZero();
        // Two edges are there, and this is not what a killed upgrade left.
        assertThat(meanwhile).hasSize(1);
        assertThat(meanwhile.get(0).edgeUpgrading().orElseThrow()).startsWith("test since ");
        assertThat(meanwhile.get(0).leftOver()).isEmpty();
        assertThat(meanwhile.get(0).edgeRunning()).isTrue();
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
                        "start edge "
                                + edgeName()
                                + "-next beside it: it was made from "
                                + TestApplication.EDGE_IMAGE
                                + ", configured is "
                                + IMAGE
                                + "newer",
                        "hand over to the new edge "
                                + edgeName()
                                + ": it reaches all units that the old one does",
                        "release lock fullstack-lock-edge-" + shop.httpPort() + ": done");
        assertMadeFrom(IMAGE + "newer");
        assertThat(holder().id()).isEqualTo(before);
        assertThat(holder().ports()).containsEntry(8443, shop.httpsPort());
        assertThat(new Inspection(engine).status(newer).ports().https()).hasValue(shop.httpsPort());
        assertThat(get("shop.test")).startsWith("HTTP/1.1 200").endsWith("v1 r1");
        assertThat(get("other.test")).startsWith("HTTP/1.1 200").endsWith("v1 r1");
        Status afterwards = new Inspection(engine).status(newer);
        assertThat(afterwards.edgeOutdated()).isEmpty();
        assertThat(afterwards.edgeUpgrading()).isEmpty();
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

        // One that only shows it when it runs is taken away again.
        assertThatThrownBy(() -> upgrader().upgrade(broken, "test"))
                .hasMessageContaining("FS-EDGE-012");
        assertThat(edge().id()).isEqualTo(before);
        assertThat(engine.container(edgeName() + "-next")).isEmpty();
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
    void nothingIsLostWhileOneEdgeTakesOverFromAnother() throws Exception {
        upgradeUnderLoad(2);
    }

    @Test
    @Tag("redeploys")
    void nothingIsLostInManyUpgrades() throws Exception {
        upgradeUnderLoad(20);
    }

    /** Meanwhile the old edge has an answer that goes on, and whose unit may not go before. */
    @Test
    @Tag("redeploys")
    void aDeploymentThatMeetsAnUpgradeWaitsUntilTheOldEdgeHasEndedWhatItHas() throws Exception {
        deploy(shop.target(shop.image(engine, "v1", "200")));
        String second = shop.image(engine, "v2", "200");
        Application newer = with(edgeImage("newer", ""));
        List<String> notes = new CopyOnWriteArrayList<>();
        LoadClient load = visitors("shop.test");
        try (Socket pending = new Socket(lab.address(), shop.httpPort())) {
            String request = "GET /slow HTTP/1.0\r\nHost: shop.test\r\n\r\n";
            pending.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            List<CompletableFuture<EdgeUpgrade>> upgrades = new ArrayList<>();
            Progress meets =
                    new RememberedNotes(notes) {
                        @Override
                        public void begins(Operation operation) {
                            super.begins(operation);
                            if (operation instanceof SiteOperation.Switch) {
                                upgrades.add(
                                        CompletableFuture.supplyAsync(
                                                () -> upgrader().upgrade(newer, "it")));
                                Eventually.holds(Duration.ofSeconds(30), () -> isLocked());
                            }
                        }

                        @Override
                        public void note(String line) {
                            super.note(line);
                            if (line.contains("is being upgraded")) {
                                close(pending);
                            }
                        }
                    };

            Deployment met =
                    new Deployer(engine, meets, Clock.systemUTC()).deploy(shop.target(second));

            assertThat(met.outcome()).as(String.valueOf(met.problem())).isEqualTo(Outcome.LIVE);
            assertThat(upgrades.get(0).get(1, TimeUnit.MINUTES).closed()).isZero();
        }
        LoadClient.Report report = load.stop();

        assertThat(notes)
                .anyMatch(line -> line.startsWith(edgeName() + " is being upgraded by it since "));
        assertMadeFrom(IMAGE + "newer");
        assertThat(get("shop.test")).endsWith("v2 r2");
        assertThat(leftOver()).isEmpty();
        record("E4", "an upgrade of the edge in the middle of a deployment", 1, report, "live");
        assertThat(report.failures()).isEmpty();
    }

    private boolean isLocked() {
        return engine.container("fullstack-lock-edge-" + shop.httpPort())
                .filter(ContainerState::isRunning)
                .isPresent();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next edge is made as the one was that is gone, which had no port for HTTPS. */
    @Test
    @Tag("redeploys")
    void anEdgeWhosePortsAreGoneIsMadeWithThoseThatItHad() throws Exception {
        String image = shop.image(engine, "v1", "200");
        try (TakenPort taken = lab.take(shop.httpsPort())) {
            assertThat(taken.port()).isEqualTo(shop.httpsPort());
            deploy(shop.target(image));
        }
        assertThat(edge().ports()).doesNotContainKey(8443);
        upgrader().upgrade(with(edgeImage("newer", "")), "it");

        engine.remove(holder().name());
        assertThat(deploy(shop.target(image)).outcome()).isEqualTo(Outcome.UNCHANGED);

        assertThat(edge().ports()).containsEntry(8080, shop.httpPort()).doesNotContainKey(8443);
        assertThat(get("shop.test")).endsWith("v1 r1");
    }

    private void upgradeUnderLoad(int times) throws Exception {
        deploy(shop.target(shop.image(engine, "v1", "200")));
        Application newer = with(edgeImage("newer", ""));
        Application broken =
                with(
                        edgeImage(
                                "broken",
                                "case \"$*\" in *daemon*) exit 1 ;; esac; nginx() { :; }"));

        LoadClient load = visitors("shop.test");
        for (int i = 0; i < times; i++) {
            EdgeUpgrade upgrade = upgrader().upgrade(i % 2 == 0 ? newer : shop.application(), "it");
            assertThat(upgrade.operations()).isNotEmpty();
            assertThat(upgrade.closed()).isZero();
            Thread.sleep(500);
        }
        assertThatThrownBy(() -> upgrader().upgrade(broken, "it"))
                .hasMessageContaining("FS-EDGE-012");
        LoadClient.Report report = load.stop();

        System.out.println(report);
        record(
                "E4",
                "the edge upgraded, and once with an image that never serves",
                times + 1,
                report,
                "upgraded");
        assertThat(report.failures()).isEmpty();
        assertThat(report.answered()).isPositive();
    }

    /** The tool is killed after each command that it gives the engine, until one is the last. */
    @Test
    @Tag("faults")
    void aKilledUpgradeIsPutInOrderAndNothingIsLost() throws Exception {
        String image = shop.image(engine, "v1", "200");
        deploy(shop.target(image));
        String newer = edgeImage("newer", "");

        LoadClient load = visitors("shop.test");
        boolean killed = true;
        int upgrades = 0;
        for (; killed && upgrades < 60; upgrades++) {
            String other = isMadeFrom(newer) ? TestApplication.EDGE_IMAGE : newer;
            int exit = EndedUpgrade.run(lab, shop, other, upgrades + 1);
            assertThat(exit).isIn(0, EndedUpgrade.KILLED);
            killed = exit != 0;
            // Whoever comes next: one who deploys, or one who upgrades.
            if (upgrades % 2 == 0) {
                assertThat(deploy(shop.target(image)).outcome()).isEqualTo(Outcome.UNCHANGED);
            } else {
                upgrader().upgrade(EndedUpgrade.with(shop.application(), other), "it");
                assertMadeFrom(other);
            }
            assertInOrder("after command " + (upgrades + 1));
        }
        LoadClient.Report report = load.stop();

        System.out.println(upgrades + " upgrades: " + report);
        record(
                "E5",
                "the tool killed after each command of an upgrade of the edge",
                upgrades,
                report,
                "converged each time");
        assertThat(killed).isFalse();
        assertThat(report.failures()).isEmpty();
        assertThat(deploy(shop.target(shop.image(engine, "v2", "200"))).outcome())
                .isEqualTo(Outcome.LIVE);
        assertThat(get("shop.test")).endsWith("v2 r2");
    }

    /** The same for the first upgrade of an edge, in which it becomes the holder of its ports. */
    @Test
    @Tag("faults")
    void aKilledFirstUpgradeIsPutInOrder() throws Exception {
        String image = shop.image(engine, "v1", "200");
        deploy(shop.target(image));
        String newer = edgeImage("newer", "");

        boolean killed = true;
        for (int command = 1; killed && command < 60; command++) {
            killed = EndedUpgrade.run(lab, shop, newer, command) != 0;
            assertThat(get("shop.test")).as("after command " + command).endsWith("v1 r1");
            assertThat(deploy(shop.target(image)).outcome()).isEqualTo(Outcome.UNCHANGED);
            assertInOrder("after command " + command);
            if (engine.container("fullstack-port-" + shop.httpPort()).isPresent()) {
                // Back to where there never was an upgrade.
                engine.remove(edgeName());
                assertThat(deploy(shop.target(image)).outcome()).isEqualTo(Outcome.UNCHANGED);
            }
        }

        assertThat(killed).isFalse();
        assertThat(deploy(shop.target(shop.image(engine, "v2", "200"))).outcome())
                .isEqualTo(Outcome.LIVE);
        assertThat(get("shop.test")).endsWith("v2 r2");
    }

    @Test
    void standsInForTheEdgeWhenThatIsGoneAndMakesWayAgain() throws Exception {
        String image = shop.image(engine, "v1", "200");
        deploy(shop.target(image));
        Application newer = with(edgeImage("newer", ""));
        upgrader().upgrade(newer, "it");

        // What an engine does that starts the holder of the ports, and cannot start the edge.
        engine.stop(edgeName(), Duration.ofSeconds(5));
        awaitPage();
        assertThat(new Inspection(engine).status(newer).leftOver())
                .containsExactly("container " + holder().name() + ", which stands in for the edge");
        assertThat(deploy(shop.target(shop.image(engine, "v2", "200"))).outcome())
                .isEqualTo(Outcome.LIVE);
        assertMadeFrom(IMAGE + "newer");
        assertThat(get("shop.test")).endsWith("v2 r2");

        // The holder alone is started anew, and with it the network.
        engine.stop(holder().name(), Duration.ofSeconds(5));
        engine.start(holder().name());
        awaitPage();
        assertThat(new Inspection(engine).status(newer).edgeRunning()).isFalse();
        assertThat(deploy(shop.target(image)).outcome()).isEqualTo(Outcome.LIVE);
        assertThat(new Inspection(engine).status(newer).edgeRunning()).isTrue();
        assertThat(get("shop.test")).endsWith("v1 r3");

        // Somebody removes the edge: the holder of its ports is the edge again.
        String was = holder().id();
        engine.remove(edgeName());
        assertThat(deploy(shop.target(image)).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(edge().id()).isEqualTo(was);
        assertThat(get("shop.test")).endsWith("v1 r3");
        assertThat(deploy(shop.target(shop.image(engine, "v2", "200"))).outcome())
                .isEqualTo(Outcome.LIVE);
        assertThat(get("shop.test")).endsWith("v2 r4");
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

    /** One edge serves the release, and nothing is left of an upgrade. */
    private void assertInOrder(String when) {
        assertThat(new Inspection(engine).status(shop.application()).edgeRunning())
                .as(when)
                .isTrue();
        assertThat(leftOver()).as(when).isEmpty();
        assertThat(engine.container(edgeName() + "-next")).as(when).isEmpty();
        assertThat(get("shop.test")).as(when).endsWith("v1 r1");
    }

    private void assertMadeFrom(String image) {
        assertThat(isMadeFrom(image)).as(edge().image()).isTrue();
    }

    /** By its id: engines have several names for one image. */
    private boolean isMadeFrom(String image) {
        return edge().imageId().equals(engine.image(image).orElseThrow().id());
    }

    private ContainerState holder() {
        return engine.container("fullstack-port-" + shop.httpPort()).orElseThrow();
    }

    private String get(String host) {
        return Http.get(lab.at(shop.httpPort()), host, "/");
    }

    private String edgeImage(String tag, String before) throws IOException {
        return remembered(
                before.isEmpty()
                        ? EdgeImage.labelled(engine, IMAGE + tag)
                        : EdgeImage.whoseNginx(engine, IMAGE + tag, before));
    }

    /** The same application, with another image for the edge. */
    private Application with(String edge) {
        return EndedUpgrade.with(shop.application(), edge);
    }
}
