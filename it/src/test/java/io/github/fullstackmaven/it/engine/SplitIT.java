package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.deploy.Deployer;
import io.github.fullstackmaven.deploy.Deployment;
import io.github.fullstackmaven.deploy.Inspection;
import io.github.fullstackmaven.deploy.Labels;
import io.github.fullstackmaven.deploy.Operation;
import io.github.fullstackmaven.deploy.Outcome;
import io.github.fullstackmaven.deploy.UnitOperation;
import io.github.fullstackmaven.engine.ContainerState;
import io.github.fullstackmaven.engine.LogQuery;
import io.github.fullstackmaven.it.load.LoadClient;
import io.github.fullstackmaven.model.UnitPart;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A unit of several containers is switched, judged and taken away like one. */
@OnEveryEngine
class SplitIT extends EngineTest {
    private final SplitApplication split = new SplitApplication(shop);

    /** Of a release that never was live nobody knows the images. */
    @BeforeEach
    void rememberImages() {
        UnitPart.of(split.application("")).forEach(part -> remembered(part.image()));
    }

    @Test
    @Tag("redeploys")
    void changesReleasesAndLayoutsAndLosesNoRequest() {
        Map<String, String> first = split.images(engine, "v1", "200");
        Deployment live = deploy(split.target(first, "one"));
        assertThat(live.outcome()).isEqualTo(Outcome.LIVE);
        assertThat(live.containers())
                .extracting(Deployment.Container::role)
                .containsExactlyInAnyOrder("gateway", "api", "old", "mail");
        assertThat(get("/api/x")).endsWith("api v1 r1");
        assertThat(get("/old/x")).endsWith("old v1 r1");
        assertThat(plan(split.target(first, "one"))).isEmpty();

        LoadClient load =
                LoadClient.start("shop.test", lab.at(shop.httpPort()), "/api/order", "{}");
        Map<String, String> second = split.images(engine, "v2", "200");
        assertThat(deploy(split.target(second, "one")).outcome()).isEqualTo(Outcome.LIVE);
        assertThat(get("/api/x")).endsWith("api v2 r2");
        assertThat(get("/old/x")).endsWith("old v2 r2");
        assertThat(deploy(split.target(second, "two")).outcome()).isEqualTo(Outcome.LIVE);
        Deployment back = rollback();
        assertThat(back.release()).contains("r2");
        assertThat(get("/api/x")).endsWith("api v2 r2");
        assertThat(deploy(shop.target(shop.image(engine, "whole", "200"))).outcome())
                .isEqualTo(Outcome.LIVE);
        assertThat(get("/api/x")).endsWith("whole r4");
        assertThat(units(shop.application())).hasSize(1);
        back = rollback();
        assertThat(back.release()).contains("r2");
        LoadClient.Report report = load.stop();

        System.out.println(report);
        assertThat(report.failures()).isEmpty();
        assertThat(report.answered()).isPositive();
        assertThat(units(shop.application())).hasSize(4);
    }

    @Test
    void whatItIsMadeOfIsLabelledAndNoSecretReachesTheGateway() {
        deploy(split.target(split.images(engine, "v1", "200"), "canary"));

        List<ContainerState> containers = engine.containers(Labels.of(shop.application()));

        assertThat(containers).allMatch(c -> c.label(Labels.RELEASE).equals(Optional.of("r1")));
        assertThat(containers.stream().map(c -> c.label(Labels.MODEL)).distinct()).hasSize(1);
        for (ContainerState container : containers) {
            boolean gateway = container.label(Labels.ROLE).equals(Optional.of("gateway"));
            assertThat(environment(container).contains("TOKEN=canary")).isEqualTo(!gateway);
        }
        // Checks of health are not told: somebody has to ask for something.
        assertThat(get("/api/x")).endsWith("api v1 r1");
        List<String> lines = new ArrayList<>();
        new Inspection(engine).logs(shop.application(), "gateway", LogQuery.last(100), lines::add);
        assertThat(lines).anyMatch(l -> l.startsWith("{\"time\":"));
    }

    @Test
    void anUnhealthyProcessIsNotSwitchedTo() {
        deploy(split.target(split.images(engine, "v1", "200"), "one"));

        Deployment failed = deploy(split.target(split.images(engine, "v2", "503"), "one"));

        assertThat(failed.outcome()).isEqualTo(Outcome.UNHEALTHY);
        assertThat(failed.problem().orElseThrow().getMessage()).contains("/readyz answered");
        assertThat(get("/api/x")).endsWith("api v1 r1");
        assertThat(units(shop.application())).hasSize(4).noneMatch(name -> name.contains("-r2"));
    }

    @Test
    void aProcessThatDiesAfterTheSwitchBringsTheOldReleaseBack() {
        deploy(split.target(split.images(engine, "v1", "200"), "one"));
        Deployer deployer =
                new Deployer(
                        engine,
                        new PrintedProgress() {
                            @Override
                            public void begins(Operation operation) {
                                if (operation instanceof UnitOperation.Watch watch) {
                                    engine.exec(
                                            watch.unit().name() + "-old",
                                            List.of("sh", "-c", "kill -TERM 1"),
                                            "",
                                            Duration.ofSeconds(10));
                                }
                            }
                        },
                        Clock.systemUTC());

        Deployment back = deployer.deploy(split.target(split.images(engine, "v2", "200"), "one"));

        assertThat(back.outcome()).isEqualTo(Outcome.ROLLED_BACK);
        assertThat(get("/api/x")).endsWith("api v1 r1");
        assertThat(units(shop.application())).hasSize(4).noneMatch(name -> name.contains("-r2"));
    }

    @Test
    void aProcessThatDiesAndOneThatIsRemovedAreMadeGood() {
        Map<String, String> images = split.images(engine, "v1", "200");
        deploy(split.target(images, "one"));
        String api = name("-api");

        engine.stop(api, Duration.ofSeconds(5));
        assertThat(get("/api/x")).matches("(?s)HTTP/1.1 50[34] .*upstream_.*");
        assertThat(new Inspection(engine).status(shop.application()).health()).isEqualTo("stopped");
        assertThat(deploy(split.target(images, "one")).ok()).isTrue();
        assertThat(get("/api/x")).endsWith("api v1 r1");

        engine.remove(api);
        Deployment made = deploy(split.target(images, "one"));
        assertThat(made.outcome()).isEqualTo(Outcome.LIVE);
        assertThat(get("/api/x")).endsWith("api v1 r2");
        assertThat(units(shop.application())).hasSize(4);
    }

    private Deployment rollback() {
        return new Deployer(engine, new PrintedProgress(), Clock.systemUTC())
                .rollback(shop.application(), Optional.of("r2"), "test");
    }

    private String name(String suffix) {
        return units(shop.application()).stream().filter(n -> n.endsWith(suffix)).findFirst().get();
    }

    private String environment(ContainerState container) {
        return engine.exec(container.name(), List.of("env"), "", Duration.ofSeconds(20)).out();
    }

    private String get(String path) {
        return Http.get(lab.at(shop.httpPort()), "shop.test", path);
    }
}
