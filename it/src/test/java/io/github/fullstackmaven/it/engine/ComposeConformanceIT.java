package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.host.Command;
import io.github.fullstackmaven.host.Result;
import io.github.fullstackmaven.it.lab.LabEngine;
import io.github.fullstackmaven.model.Accessory;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.render.Artefact;
import io.github.fullstackmaven.render.RenderOptions;
import io.github.fullstackmaven.render.Renderer;
import io.github.fullstackmaven.render.TemplateSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The model of {@link ConformanceIT}, put up by {@code docker compose} from what is rendered: the
 * same, but for what is in the table of the manual's page on engines.
 */
class ComposeConformanceIT extends EngineTest {
    @TempDir Path directory;

    @Test
    void whatComposePutsUpIsWhatTheModelSaysButForWhatTheManualSays() throws IOException {
        Application rich = RichApplication.of(shop, directory);
        String image = shop.image(engine, "v1", "200");
        Path output = Files.createDirectories(directory.resolve(RenderOptions.DEFAULT.output()));
        for (Artefact artefact :
                new Renderer(TemplateSet.builtIn()).render(rich, RenderOptions.DEFAULT)) {
            if (artefact.path().equals("compose.yaml")) {
                Files.writeString(output.resolve("compose.yaml"), artefact.text());
            }
        }

        Result up = compose("up", "--detach", "--no-build", "--wait");

        assertThat(up.ok()).as(up.err()).isTrue();
        RichApplication.compare(
                actual("app"),
                ExpectedUnit.of(rich, image, "r1"),
                Renderer.differencesOfCompose(),
                engine);
        Accessory db = rich.surroundings().accessories().get(0);
        Map<String, String> expected =
                ExpectedUnit.of(rich, db, engine.image(db.image()).orElseThrow().id());
        // Its role is another, and this goes with the role.
        expected.remove("label accessory");
        RichApplication.compareWithTheRest(
                actual("db"), expected, Renderer.differencesOfCompose(), engine);
    }

    @AfterEach
    void down() {
        compose("down", "--volumes", "--timeout", "1");
        engine.removeImage(shop.name() + ":it");
    }

    private Map<String, String> actual(String service) {
        return ActualUnit.read(
                engine,
                lab.commands(),
                lab.program(),
                compose("ps", "--quiet", service).out().strip());
    }

    private Result compose(String... words) {
        List<String> argv = new ArrayList<>(List.of("docker", "compose"));
        argv.addAll(List.of(words));
        return LabEngine.DOCKER
                .commands()
                .run(
                        Command.of(argv)
                                .in(directory.resolve(RenderOptions.DEFAULT.output()))
                                .within(Duration.ofMinutes(3)));
    }
}
