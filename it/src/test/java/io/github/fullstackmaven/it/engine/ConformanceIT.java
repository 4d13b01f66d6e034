package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.deploy.Outcome;
import io.github.fullstackmaven.deploy.Target;
import io.github.fullstackmaven.engine.ContainerState;
import io.github.fullstackmaven.engine.Engines;
import io.github.fullstackmaven.model.Accessory;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.UnitPart;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
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
                actual("fullstack-" + rich.id() + "-r1"),
                ExpectedUnit.of(rich, image, "r1"),
                Engines.differences(engine.info().name()),
                engine);
        Accessory db = rich.surroundings().accessories().get(0);
        compareWithTheRest(
                "fullstack-" + rich.id() + "-db",
                ExpectedUnit.of(rich, db, engine.image(db.image()).orElseThrow().id()));
    }

    @Test
    void aUnitOfSeveralContainersIsWhatTheModelSaysButForWhatTheManualSays() throws IOException {
        Application split = RichApplication.split(RichApplication.of(shop, directory));
        String image = shop.image(engine, "v1", "200");
        Map<String, String> images = Map.of("mail", image, UnitPart.GATEWAY, image);

        assertThat(deploy(new Target(split, images, Optional.empty(), "test")).outcome())
                .isEqualTo(Outcome.LIVE);

        String unit = "fullstack-" + split.id() + "-r1";
        for (UnitPart part : UnitPart.of(split)) {
            compareWithTheRest(
                    part.process().map(process -> unit + "-" + process.name()).orElse(unit),
                    ExpectedUnit.of(split, part, image, "r1"));
        }
    }

    private void compareWithTheRest(String container, Map<String, String> expected) {
        RichApplication.compareWithTheRest(
                actual(container), expected, Engines.differences(engine.info().name()), engine);
    }

    private Map<String, String> actual(String container) {
        return ActualUnit.read(engine, lab.commands(), lab.program(), container);
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
