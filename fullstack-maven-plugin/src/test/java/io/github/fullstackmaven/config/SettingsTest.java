package io.github.fullstackmaven.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.model.Sourced;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final String PORT = "fullstack.backendPort";

    @Test
    void theCommandLineWinsOverEveryElement() {
        Settings settings =
                Settings.of(
                        Map.of(PORT, "1"),
                        Map.of(PORT, "4"),
                        Map.of("backendPort", "3"),
                        Map.of("backendPort", "2"));
        assertThat(settings.text("backendPort"))
                .contains(new Sourced<>("1", "-Dfullstack.backendPort"));
    }

    @Test
    void theNestedElementWinsOverTheFlatOne() {
        Settings settings =
                Settings.of(
                        Map.of(),
                        Map.of(PORT, "4"),
                        Map.of("backendPort", "3"),
                        Map.of("backendPort", "2"));
        assertThat(settings.text("backendPort")).contains(new Sourced<>("2", "<backend><port>"));
    }

    @Test
    void theFlatElementWinsOverTheProperty() {
        Settings settings =
                Settings.of(Map.of(), Map.of(PORT, "4"), Map.of("backendPort", "3"), Map.of());
        assertThat(settings.text("backendPort")).contains(new Sourced<>("3", "<backendPort>"));
    }

    @Test
    void aPropertyThatMavenInjectedIsToldAsAProperty() {
        Settings settings =
                Settings.of(Map.of(), Map.of(PORT, "4"), Map.of("backendPort", "4"), Map.of());
        assertThat(settings.text("backendPort"))
                .contains(new Sourced<>("4", "<properties> fullstack.backendPort"));
    }

    @Test
    void anEmptyValueIsNoSetting() {
        assertThat(Settings.of(Map.of(PORT, " "), Map.of(), Map.of(), Map.of()).text("backendPort"))
                .isEmpty();
    }
}
