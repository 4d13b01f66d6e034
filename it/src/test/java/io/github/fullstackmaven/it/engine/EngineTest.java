package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.deploy.Deployer;
import io.github.fullstackmaven.deploy.Deployment;
import io.github.fullstackmaven.deploy.Inspection;
import io.github.fullstackmaven.deploy.Labels;
import io.github.fullstackmaven.deploy.Operation;
import io.github.fullstackmaven.deploy.Progress;
import io.github.fullstackmaven.deploy.Target;
import io.github.fullstackmaven.deploy.Undeployer;
import io.github.fullstackmaven.deploy.VolumePolicy;
import io.github.fullstackmaven.engine.ContainerState;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.it.faults.FaultTable;
import io.github.fullstackmaven.it.lab.LabEngine;
import io.github.fullstackmaven.it.load.LoadClient;
import io.github.fullstackmaven.it.runtime.Eventually;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;

/**
 * What tests on a real engine have in common: an application of their own, taken away at the end.
 */
abstract class EngineTest {
    @Parameter LabEngine lab = LabEngine.DOCKER;

    final TestApplication shop =
            new TestApplication(
                    "it-" + getClass().getSimpleName().toLowerCase(Locale.ROOT),
                    Optional.of("shop.test"),
                    freePort(),
                    freePort());
    Engine engine;
    private final List<Application> deployed = new ArrayList<>();
    private final Set<String> images = new HashSet<>();

    @BeforeEach
    void findEngine() {
        engine = lab.engine();
        removeLeftOver();
    }

    /**
     * A run that was killed leaves units of the same name, of one container or of several: the
     * first deployment of the next one would find them, and not be the first.
     */
    private void removeLeftOver() {
        engine.containers(Map.of()).stream()
                .filter(
                        container ->
                                (container.label(Labels.APPLICATION).orElse("") + "-")
                                        .startsWith(shop.name() + "-"))
                .forEach(container -> engine.remove(container.name()));
    }

    @AfterEach
    void leaveNothing() {
        for (Application application : deployed) {
            undeploy(application);
            assertThat(engine.containers(Labels.of(application))).isEmpty();
        }
        images.forEach(engine::removeImage);
        assertThat(engine.container("fullstack-edge-" + shop.httpPort())).isEmpty();
        assertThat(engine.hasVolume("fullstack-edge-" + shop.httpPort())).isFalse();
        assertThat(engine.hasNetwork("fullstack-edge-" + shop.httpPort())).isFalse();
    }

    /** Sees to it that an image that no release is made of is taken away at the end. */
    String remembered(String image) {
        images.add(image);
        return image;
    }

    /** Sees to it that what is deployed by other ways is taken away at the end. */
    Target remembered(Target target) {
        deployed.add(target.application());
        return target;
    }

    Deployment deploy(Target target) {
        Deployment deployment =
                new Deployer(engine, new PrintedProgress(), Clock.systemUTC())
                        .deploy(remembered(target));
        deployment.problem().ifPresent(p -> System.out.println(p.getMessage()));
        return deployment;
    }

    final Deployment deploy(Target target, Progress progress) {
        return new Deployer(engine, progress, Clock.systemUTC()).deploy(target);
    }

    /** Returns its warnings, but for what a podman without root's rights says each time. */
    final List<Finding> warnings(Deployment deployment) {
        boolean rootless = engine.info().rootless();
        return deployment.warnings().stream()
                .filter(warning -> !(rootless && warning.id().equals("FS-DEPLOY-021")))
                .toList();
    }

    List<String> plan(Target target) {
        return new Deployer(engine, new PrintedProgress(), Clock.systemUTC())
                .plan(target).stream().map(Operation::line).toList();
    }

    void undeploy(Application application) {
        new Undeployer(engine, new PrintedProgress(), Clock.systemUTC())
                .undeploy(application, VolumePolicy.REMOVE, "test");
    }

    List<String> units(Application application) {
        return engine.containers(Labels.of(application)).stream()
                .map(ContainerState::name)
                .toList();
    }

    /** Returns what the application answers. */
    final String page() {
        return Http.get(lab.at(shop.httpPort()), "shop.test", "/");
    }

    /** Waits until the application answers, whoever serves it, and returns what it says. */
    final String awaitPage() {
        Eventually.holds(Duration.ofSeconds(30), this::answers);
        return page();
    }

    private boolean answers() {
        try {
            return page().startsWith("HTTP/1.1 200");
        } catch (RuntimeException e) {
            // Nobody listens yet.
            return false;
        }
    }

    /** Starts the usual visitors of one of the applications on the edge, who never pause. */
    final LoadClient visitors(String domain) {
        return LoadClient.start(domain, lab.at(shop.httpPort()), "/order", "{}");
    }

    /** Says what is there that does not belong to the live release. */
    final List<String> leftOver() {
        return new Inspection(engine).status(shop.application()).leftOver();
    }

    /** Adds a line to the table of faults: nobody kept asking meanwhile. */
    final void record(String row, String fault, int times, String outcome) {
        FaultTable.add(lab, new FaultTable.Row(row, fault, times, 0, 0, outcome, leftOver()));
    }

    /** Adds a line to the table of faults, with what visitors counted. */
    final void record(
            String row, String fault, int times, LoadClient.Report report, String outcome) {
        FaultTable.add(lab, FaultTable.Row.of(row, fault, times, report, outcome, leftOver()));
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
