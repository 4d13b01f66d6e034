package io.github.fullstackmaven.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.UnitSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ComposeFileTest {

    @Test
    void theContainerIsHardened() {
        Map<?, ?> app = app(Applications.plain());

        assertThat(app.get("user")).isEqualTo("10001:10001");
        assertThat(app.get("read_only")).isEqualTo(true);
        assertThat(app.get("cap_drop")).isEqualTo(List.of("ALL"));
        assertThat(app.get("security_opt")).isEqualTo(List.of("no-new-privileges"));
        assertThat(app.get("pids_limit")).isEqualTo(256);
        assertThat(app.get("restart")).isEqualTo("always");
        assertThat(app.get("init")).isNull();
        assertThat(app.get("privileged")).isNull();
    }

    @Test
    void theGraceIsLongerThanWhatTheSupervisorTakes() {
        UnitSettings settings = UnitSettings.of(Applications.plain());

        assertThat(app(Applications.plain()).get("stop_grace_period")).isEqualTo("35s");
        assertThat(settings.stopGrace())
                .isGreaterThan(settings.gatewayDrain().plus(settings.backendStop()));
    }

    @Test
    void noValueOfAnEnvFileIsInAnyArtefact() {
        assertThat(
                        new Renderer(TemplateSet.builtIn())
                                .render(Applications.rich(), RenderOptions.DEFAULT))
                .noneMatch(artefact -> artefact.text().contains("never-to-be-seen"));
    }

    @Test
    void theEnvFileWinsOverWhatTheToolAdds() {
        Map<?, ?> environment = (Map<?, ?>) app(Applications.rich()).get("environment");

        assertThat(environment.containsKey("PORT")).isFalse();
        assertThat(environment.containsKey("PUBLIC_URL")).isTrue();
    }

    @Test
    void envFilesAreTakenLiterallyAndMayBeMissing() {
        assertThat(app(Applications.plain()).get("env_file"))
                .isEqualTo(
                        List.of(
                                Map.of(
                                        "path",
                                        "../../monorepo.env",
                                        "required",
                                        false,
                                        "format",
                                        "raw")));
    }

    @Test
    void anAwkwardVolumeComesBackAsItWas() {
        List<?> volumes = (List<?>) app(Applications.rich()).get("volumes");

        assertThat(volumes.get(1))
                .isEqualTo(
                        Map.of(
                                "type", "bind",
                                "source", "/srv/a: \"b\" #c",
                                "target", "/import",
                                "read_only", true));
    }

    @Test
    void anApplicationWithoutVolumesHasNone() {
        Application plain = Applications.plain();
        Application none = Applications.withVolumes(plain, List.of());

        assertThat(load(none).containsKey("volumes")).isFalse();
        assertThat(app(none).get("volumes")).isNull();
    }

    private static Map<?, ?> app(Application application) {
        return (Map<?, ?>) ((Map<?, ?>) load(application).get("services")).get("app");
    }

    private static Map<?, ?> load(Application application) {
        String text = Rendered.file(application, "compose.yaml");
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
    }
}
