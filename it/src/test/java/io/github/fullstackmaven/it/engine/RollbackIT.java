package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.deploy.Deployer;
import io.github.fullstackmaven.deploy.Deployment;
import io.github.fullstackmaven.deploy.Inspection;
import io.github.fullstackmaven.deploy.Operation;
import io.github.fullstackmaven.deploy.Outcome;
import io.github.fullstackmaven.deploy.Release;
import io.github.fullstackmaven.deploy.Target;
import io.github.fullstackmaven.engine.ExecResult;
import io.github.fullstackmaven.it.load.LoadClient;
import io.github.fullstackmaven.model.Application;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What was live can be live again, exactly as it was. */
class RollbackIT extends EngineTest {
    private static final Optional<String> BEFORE = Optional.empty();

    @Test
    void goesBackStepByStepAndForwardAgain() {
        String odd = "two\nlines 'quoted' \"$HOME\" #; \u00e9";
        Application first = shop.application(Map.of("TOKEN", odd), List.of(), Optional.empty());
        deploy(TestApplication.target(first, shop.image(engine, "v1", "200")));
        deploy(shop.target(shop.image(engine, "v2", "200")));
        Target third = shop.target(shop.image(engine, "v3", "200"));
        deploy(third);

        assertThat(planRollback(BEFORE)).contains("switch edge from r3 to r2: rollback from r3");
        assertThat(rollback(BEFORE).release()).contains("r2");
        assertThat(get()).endsWith("v2 r2");
        Deployment back = rollback(BEFORE);

        assertThat(back.outcome()).isEqualTo(Outcome.LIVE);
        assertThat(back.previous()).contains("r2");
        assertThat(get()).endsWith("v1 r1");
        assertThat(token(back)).isEqualTo(odd);
        assertThat(units(shop.application())).hasSize(1);
        assertThat(rollback(Optional.of("r1")).outcome()).isEqualTo(Outcome.UNCHANGED);

        assertThat(rollback(Optional.of("r3")).release()).contains("r3");
        assertThat(get()).endsWith("v3 r3");
        assertThat(deploy(third).outcome()).isEqualTo(Outcome.UNCHANGED);
        rollback(Optional.of("r1"));
        assertThat(deploy(third).release()).contains("r4");
        // r4 took the place of r1, so that is where one comes from.
        assertThat(rollback(BEFORE).release()).contains("r1");
    }

    @Test
    void refusesWhatCannotBeMadeAgainAndNamesWhatCan() {
        Deployment never = rollback(BEFORE);
        assertThat(never.problem().orElseThrow()).hasMessageContaining("FS-DEPLOY-007");

        deploy(shop.target(shop.image(engine, "v1", "200")));
        assertThat(rollback(BEFORE).problem().orElseThrow()).hasMessageContaining("FS-DEPLOY-010");
        String gone = shop.image(engine, "v2", "200");
        deploy(shop.target(gone));
        deploy(shop.target(shop.image(engine, "v3", "200")));
        assertThat(engine.removeImage(gone)).isEmpty();

        Deployment refused = rollback(Optional.of("r2"));

        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(refused.problem().orElseThrow())
                .hasMessageContaining("FS-DEPLOY-011")
                .hasMessageContaining("the image of r2 is gone")
                .hasMessageContaining("one of: r1");
        assertThat(rollback(Optional.of("r9")).problem().orElseThrow())
                .hasMessageContaining("FS-DEPLOY-009")
                .hasMessageContaining("one of: r1");
        assertThat(get()).endsWith("v3 r3");
        assertThat(states()).containsExactly("r3 live", "r2 no-image", "r1 kept");

        Deployment back = rollback(BEFORE);

        assertThat(back.release()).contains("r1");
        assertThat(back.warnings())
                .singleElement()
                .asString()
                .startsWith("FS-DEPLOY-018 r2 cannot come back, so r1 does");
        assertThat(get()).endsWith("v1 r1");
    }

    @Test
    void keepsServingWhenTheReleaseBeforeDoesNotGetWellAnyMore() {
        deploy(shop.target(shop.image(engine, "v1", "200")));
        deploy(shop.target(shop.image(engine, "v2", "200")));
        String edge = "fullstack-edge-" + shop.httpPort();
        ExecResult spoilt =
                engine.exec(
                        edge,
                        List.of(
                                "sh",
                                "-c",
                                "sed -i 's|\"port\":8080|\"port\":8099|' /edge/releases/*/r1.json"),
                        "",
                        Duration.ofSeconds(10));
        assertThat(spoilt.ok()).isTrue();

        Deployment failed = rollback(BEFORE);

        assertThat(failed.outcome()).isEqualTo(Outcome.UNHEALTHY);
        assertThat(failed.release()).contains("r2");
        assertThat(get()).endsWith("v2 r2");
        assertThat(units(shop.application())).hasSize(1);
        assertThat(states()).containsExactly("r2 live", "r1 kept");
        assertThat(secretsAreOnlyInRecords(edge)).isTrue();
    }

    @Test
    void saysWhoMadeEachReleaseAndHowLongItTook() {
        deploy(shop.target(shop.image(engine, "v1", "200")));
        deploy(shop.target(shop.image(engine, "v2", "503")));
        rollback(Optional.of("r1"));
        deploy(shop.target(shop.image(engine, "v3", "200")));

        List<Release> releases = new Inspection(engine).releases(shop.application());

        assertThat(states()).containsExactly("r3 live", "r2 unhealthy", "r1 kept");
        assertThat(releases).allMatch(r -> r.by().equals(Optional.of("test")));
        assertThat(releases).allMatch(r -> r.took().isPresent() && r.time().isPresent());
        assertThat(releases.get(0).cause()).contains("image changed");
    }

    @Test
    @Tag("redeploys")
    void losesNoRequestInTwentyRollbacks() {
        deploy(shop.target(shop.image(engine, "v1", "200")));
        deploy(shop.target(shop.image(engine, "v2", "200")));
        LoadClient load = LoadClient.start("shop.test", shop.httpPort(), "/order", "{}");
        for (int i = 0; i < 20; i++) {
            String wanted = i % 2 == 0 ? "r1" : "r2";
            Deployment back = rollback(i == 0 ? BEFORE : Optional.of(wanted));
            assertThat(back.outcome()).isEqualTo(Outcome.LIVE);
            assertThat(back.release()).contains(wanted);
            assertThat(get()).endsWith(" " + wanted);
        }
        LoadClient.Report report = load.stop();

        System.out.println(report);
        assertThat(report.failures()).isEmpty();
        assertThat(report.answered()).isPositive();
        assertThat(units(shop.application())).hasSize(1);
    }

    private boolean secretsAreOnlyInRecords(String edge) {
        String program =
                "grep -rl canary /edge | grep -v ^/edge/releases/ ; stat -c %a /edge/releases/*/*";
        return engine.exec(edge, List.of("sh", "-c", program), "", Duration.ofSeconds(10))
                .out()
                .lines()
                .allMatch("600"::equals);
    }

    private List<String> states() {
        return new Inspection(engine)
                .releases(shop.application()).stream()
                        .map(r -> r.name() + " " + r.state())
                        .toList();
    }

    private Deployment rollback(Optional<String> release) {
        return new Deployer(engine, new PrintedProgress(), Clock.systemUTC())
                .rollback(shop.application(), release, "test");
    }

    private List<String> planRollback(Optional<String> release) {
        return new Deployer(engine, new PrintedProgress(), Clock.systemUTC())
                .planRollback(shop.application(), release, "test").stream()
                        .map(Operation::line)
                        .toList();
    }

    private String token(Deployment deployment) {
        return engine.exec(
                        deployment.containers().get(0).name(),
                        List.of("printenv", "TOKEN"),
                        "",
                        Duration.ofSeconds(10))
                .out();
    }

    private String get() {
        return Http.get(lab.at(shop.httpPort()), "shop.test", "/");
    }
}
