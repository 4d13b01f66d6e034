package io.github.fullstackmaven.goal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

class WithinHookTest {
    @TempDir Path directory;

    private Application shop() {
        Settings settings =
                Settings.of(
                        Map.of("fullstack.name", "shop", "fullstack.env", "PRO"),
                        Map.of(),
                        Map.of(),
                        Map.of());
        Context context = new Context(directory, Optional.empty());
        return Deployed.application(
                new RequestReader(settings, context, Location.of(settings, context))
                        .read(Structured.NONE));
    }

    @Test
    void aHookCannotDeployWhatWaitsForIt() {
        assertThatThrownBy(() -> WithinHook.refuse(shop(), Optional.of("shop-pro")))
                .hasMessageContaining("FS-HOOK-005");
    }

    @Test
    void aHookMayDeploySomethingElse() {
        assertThatCode(() -> WithinHook.refuse(shop(), Optional.of("shop-dev")))
                .doesNotThrowAnyException();
        assertThatCode(() -> WithinHook.refuse(shop(), Optional.empty()))
                .doesNotThrowAnyException();
    }
}
