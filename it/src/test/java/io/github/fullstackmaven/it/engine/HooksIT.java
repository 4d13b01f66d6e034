package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.deploy.Deployer;
import io.github.fullstackmaven.deploy.Deployment;
import io.github.fullstackmaven.deploy.Labels;
import io.github.fullstackmaven.deploy.Outcome;
import io.github.fullstackmaven.deploy.Target;
import io.github.fullstackmaven.engine.ContainerSpec;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Hook;
import io.github.fullstackmaven.model.Hooks;
import io.github.fullstackmaven.model.Surroundings;
import io.github.fullstackmaven.model.Volume;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What is run once for a release: with the new image, before it is started and after the switch.
 */
@OnEveryEngine
class HooksIT extends EngineTest {
    private static final String MIGRATE =
            "echo \"$(cat /app/version) $FULLSTACK_RELEASE $(id -u)\" >> /data/migrated;"
                    + " echo \"with $TOKEN\"; echo oops >&2";

    private final List<String> printed = new ArrayList<>();

    @Test
    void aMigrationRunsInTheNewImageWithItsVolumesAndRollbackRunsNone() {
        Application application = hooked(MIGRATE, "exit 7", Duration.ofMinutes(1));
        leaveAHookBehind(application);
        deploy(target(application, "v1"));
        Deployment second = deploy(target(application, "v2"));

        assertThat(migrated()).containsExactly("v1 r1 10001", "v2 r2 10001");
        assertThat(printed).contains("| with ***", "| oops").noneMatch(l -> l.contains("hunter"));
        assertThat(second.outcome()).isEqualTo(Outcome.LIVE);
        assertThat(warnings(second))
                .singleElement()
                .asString()
                .startsWith("FS-HOOK-004 test: the post-deploy hook ended with code 7");

        Deployment back =
                new Deployer(engine, new PrintedProgress(), Clock.systemUTC())
                        .rollback(application, Optional.empty(), "test");
        assertThat(back.release()).contains("r1");
        assertThat(migrated()).hasSize(2);
        assertThat(units(application)).hasSize(1);
    }

    @Test
    void aHookThatFailsOrTakesTooLongKeepsTheNewReleaseFromBeingStarted() {
        deploy(target(hooked(MIGRATE, "true", Duration.ofMinutes(1)), "v1"));

        Deployment failed = deploy(target(hooked("exit 3", "true", Duration.ofMinutes(1)), "v2"));
        Deployment late = deploy(target(hooked("sleep 600", "true", Duration.ofSeconds(2)), "v2"));

        for (Deployment deployment : List.of(failed, late)) {
            assertThat(deployment.outcome()).isEqualTo(Outcome.UNHEALTHY);
            assertThat(deployment.release()).contains("r1");
            assertThat(deployment.operations())
                    .extracting(op -> op.line())
                    .noneMatch(line -> line.startsWith("start unit"));
        }
        assertThat(failed.problem().orElseThrow())
                .hasMessageContaining("FS-HOOK-003 test: the pre-deploy hook ended with code 3");
        assertThat(late.problem().orElseThrow()).hasMessageContaining("took longer than 2 s");
        assertThat(Http.get(lab.at(shop.httpPort()), "shop.test", "/")).endsWith("v1 r1");
        assertThat(units(shop.application())).hasSize(1);
    }

    /** As a deployment leaves it that was killed while its hook ran. */
    private void leaveAHookBehind(Application application) {
        Map<String, String> labels = new HashMap<>(Labels.of(application));
        labels.put(Labels.ROLE, "hook");
        String name = "fullstack-" + application.id() + "-pre-deploy";
        engine.create(
                ContainerSpec.of(TestApplication.EDGE_IMAGE, "10001:10001")
                        .name(name)
                        .labels(labels)
                        .program("/bin/sleep", "600")
                        .build());
        engine.start(name);
    }

    private Application hooked(String before, String after, Duration limit) {
        return shop.application(
                        Map.of("DATABASE", "yes", "TOKEN", "hunter-2-secret"),
                        List.of(new Volume("data", "/data", false, false, "test")),
                        Optional.empty())
                .with(
                        Surroundings.NONE.with(
                                new Hooks(
                                        Optional.of(hook(before)),
                                        Optional.of(hook(after)),
                                        limit)));
    }

    private static Hook hook(String line) {
        return new Hook(List.of("/bin/sh", "-c", line), "", "test");
    }

    @Override
    Deployment deploy(Target target) {
        return deploy(remembered(target), new RememberedNotes(printed));
    }

    private Target target(Application application, String version) {
        return TestApplication.target(
                application, StatefulApplication.image(engine, shop.name(), version));
    }

    private List<String> migrated() {
        return engine.exec(
                        units(shop.application()).get(0),
                        List.of("cat", "/data/migrated"),
                        "",
                        Duration.ofSeconds(20))
                .out()
                .lines()
                .toList();
    }
}
