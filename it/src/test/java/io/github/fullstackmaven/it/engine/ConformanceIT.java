package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.deploy.Outcome;
import io.github.fullstackmaven.engine.ContainerState;
import io.github.fullstackmaven.engine.Engines;
import io.github.fullstackmaven.model.Application;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One model, deployed on each engine: what runs is what the model says, but for what is in the
 * table of the manual's page on engines.
 */
@OnEveryEngine
class ConformanceIT extends EngineTest {
    @TempDir Path directory;

    @Test
    void aUnitIsWhatTheModelSaysButForWhatTheManualSays() throws IOException {
        Application rich = RichApplication.of(shop, directory);
        String image = shop.image(engine, "v1", "200");

        assertThat(deploy(TestApplication.target(rich, image)).outcome()).isEqualTo(Outcome.LIVE);

        RichApplication.compare(
                ActualUnit.read(engine, lab.commands(), lab.program(), units(rich).get(0)),
                ExpectedUnit.of(rich, image, "r1"),
                Engines.differences(engine.info().name()),
                engine.info().version());
    }

    @Test
    void whatTheEngineSaysOfAContainerIsReadInTheSameTerms() {
        String image = shop.image(engine, "v1", "200");
        deploy(shop.target(image));
        String unit = units(shop.application()).get(0);

        ContainerState state = engine.container(unit).orElseThrow();

        assertThat(state.name()).isEqualTo(unit);
        assertThat(state.status()).isEqualTo("running");
        assertThat(state.isRunning()).isTrue();
        assertThat(state.restarts()).isZero();
        assertThat(state.health()).isPresent();
        assertThat(state.imageId()).isEqualTo(image).startsWith("sha256:");
        assertThat(state.networks()).containsExactly("fullstack-edge-" + shop.httpPort());
        engine.stop(unit, Duration.ofSeconds(1));
        ContainerState stopped = engine.container(unit).orElseThrow();
        assertThat(stopped.status()).isEqualTo("exited");
        assertThat(stopped.exitCode()).isPresent();
    }
}
