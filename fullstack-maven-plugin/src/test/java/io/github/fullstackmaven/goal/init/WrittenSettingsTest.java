package io.github.fullstackmaven.goal.init;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.config.Context;
import io.github.fullstackmaven.config.Location;
import io.github.fullstackmaven.config.RequestReader;
import io.github.fullstackmaven.config.Settings;
import io.github.fullstackmaven.config.Structured;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenSettingsTest {
    @TempDir Path directory;

    /** A default that is changed elsewhere must be changed here, or it would be lost in POMs. */
    @Test
    void whatCountsAsADefaultIsWhatHoldsWhereNothingIsSaid() {
        WrittenSettings.DEFAULTS.forEach(
                (name, value) ->
                        assertThat(read(Map.of("fullstack." + name, value)))
                                .as(name)
                                .isEqualTo(read(Map.of())));
    }

    /** Where a value comes from is no part of it. */
    private String read(Map<String, String> typed) {
        Settings settings = Settings.of(typed, Map.of(), Map.of(), Map.of());
        Context context = new Context(directory, Optional.empty());
        Location location = Location.of(settings, context);
        String request =
                new RequestReader(settings, context, location).read(Structured.NONE).toString();
        return location + request.replaceAll("source=[^\\]]*", "");
    }
}
