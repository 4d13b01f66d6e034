package io.github.fullstackmaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.config.Context;
import io.github.fullstackmaven.config.Location;
import io.github.fullstackmaven.config.RequestReader;
import io.github.fullstackmaven.config.Settings;
import io.github.fullstackmaven.config.Structured;
import io.github.fullstackmaven.model.Application;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployedTest {
    @TempDir Path directory;

    /** The lock of a goal that takes down is a container of that image. */
    @Test
    void knowsTheEdgesImageThoughNobodyLooksAtTheRepository() {
        assertThat(deployed(Map.of(), Map.of()).images().base("edge")).contains("/nginx:");
    }

    @Test
    void takesTheEdgesImageFromWhereTheUserSays() {
        Map<String, String> mirrored = Map.of("fullstack.baseRegistry", "mirror.example.com");
        assertThat(deployed(mirrored, Map.of()).images().base("edge"))
                .startsWith("mirror.example.com/");
        assertThat(deployed(mirrored, Map.of("edge", "our/nginx:1")).images().base("edge"))
                .isEqualTo("our/nginx:1");
    }

    private Application deployed(Map<String, String> settings, Map<String, String> baseImages) {
        Settings all = Settings.of(settings, Map.of(), Map.of(), Map.of());
        Context context = new Context(directory, Optional.empty());
        Structured structured = new Structured(baseImages);
        return Deployed.application(
                new RequestReader(all, context, Location.of(all, context)).read(structured));
    }
}
