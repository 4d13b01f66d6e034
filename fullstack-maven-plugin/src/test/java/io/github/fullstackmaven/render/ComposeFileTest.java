package io.github.fullstackmaven.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Hook;
import io.github.fullstackmaven.model.Hooks;
import io.github.fullstackmaven.model.Layout;
import io.github.fullstackmaven.model.Secret;
import io.github.fullstackmaven.model.UnitSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    @Test
    void aHookEndsWellBeforeAnyProcessIsStarted() {
        Map<?, ?> services = (Map<?, ?>) load(Applications.rich()).get("services");
        Map<?, ?> hook = (Map<?, ?>) services.get("pre-deploy");
        Map<?, ?> app = (Map<?, ?>) services.get("app");

        assertThat(hook.get("restart")).isEqualTo("no");
        assertThat(hook.get("healthcheck")).isEqualTo(Map.of("disable", true));
        assertThat(hook.get("ports")).isNull();
        for (String same : List.of("image", "build", "env_file", "volumes", "secrets", "user")) {
            assertThat(hook.get(same)).as(same).isEqualTo(app.get(same)).isNotNull();
        }
        assertThat(((Map<?, ?>) hook.get("environment")).get("FULLSTACK_HOOK"))
                .isEqualTo("pre-deploy");
        assertThat((List<?>) hook.get("entrypoint"))
                .last()
                .isEqualTo("echo \"it's $$HOME; }\" # $${x}\nmigrate");
        assertThat(app.get("depends_on"))
                .isEqualTo(
                        Map.of(
                                "pre-deploy",
                                Map.of("condition", "service_completed_successfully")));
    }

    @Test
    void aHookOfSeveralContainersIsWaitedForByEachProcessAndNotTwice() {
        Hook hook = new Hook(List.of("migrate"), "stock", "test");
        Application several = Applications.withLayout(Applications.several(), Layout.SPLIT);
        Application split =
                several.with(
                        several.surroundings()
                                .with(new Hooks(Optional.of(hook), Optional.empty(), Hooks.LIMIT)));
        Map<?, ?> services = (Map<?, ?>) load(split).get("services");

        assertThat(((Map<?, ?>) services.get("pre-deploy")).get("image"))
                .isEqualTo(((Map<?, ?>) services.get("stock")).get("image"));
        for (String process : List.of("orders", "stock", "orders-mail")) {
            assertThat(((Map<?, ?>) services.get(process)).get("depends_on"))
                    .isInstanceOf(Map.class);
        }
        assertThat(((Map<?, ?>) services.get("gateway")).get("depends_on"))
                .isEqualTo(List.of("orders", "stock", "orders-mail"));
    }

    @Test
    void secretsOfFilesAreMountedByCompose() {
        Application files = withSecrets(new Secret("db", "/keys/db", Optional.empty()));

        assertThat(((Map<?, ?>) load(files).get("services")).keySet()).hasToString("[app]");
        assertThat(app(files).get("secrets")).isEqualTo(List.of("db"));
        assertThat(load(files).get("volumes")).isNull();
    }

    @Test
    void aSecretOfAVariableIsCopiedBeforeAnythingIsStarted() {
        Application mixed =
                withSecrets(
                        new Secret("db", "/keys/db", Optional.empty()),
                        new Secret("api-key", "env:API_KEY", Optional.empty()));
        Map<?, ?> services = (Map<?, ?>) load(mixed).get("services");
        Map<?, ?> copy = (Map<?, ?>) services.get("secrets");
        Map<?, ?> app = (Map<?, ?>) services.get("app");

        assertThat(copy.get("entrypoint"))
                .isEqualTo(
                        List.of(
                                "/usr/bin/install",
                                "-m",
                                "0400",
                                "-o",
                                "10001",
                                "-g",
                                "10001",
                                "/run/given/db",
                                "/run/given/api-key",
                                "/run/written/"));
        assertThat(copy.get("network_mode")).isEqualTo("none");
        assertThat(copy.get("image")).isEqualTo(app.get("image"));
        assertThat(copy.get("secrets"))
                .isEqualTo(
                        List.of(
                                Map.of("source", "db", "target", "/run/given/db"),
                                Map.of("source", "api-key", "target", "/run/given/api-key")));
        assertThat(app.get("secrets")).isNull();
        assertThat(app.get("read_only")).isEqualTo(true);
        assertThat(app.get("volumes"))
                .isEqualTo(
                        List.of(
                                Map.of(
                                        "type",
                                        "volume",
                                        "source",
                                        "secrets-compose",
                                        "target",
                                        "/run/secrets",
                                        "read_only",
                                        true)));
        assertThat(app.get("depends_on"))
                .isEqualTo(
                        Map.of("secrets", Map.of("condition", "service_completed_successfully")));
        assertThat((Map<?, ?>) load(mixed).get("volumes")).hasSize(1);
        assertThat(load(mixed).get("secrets"))
                .isEqualTo(
                        Map.of(
                                "db",
                                Map.of("file", "/keys/db"),
                                "api-key",
                                Map.of("environment", "API_KEY")));
    }

    @Test
    void aGatewayOfItsOwnHasNoSecretAndWaitsForNone() {
        Application several = Applications.withLayout(Applications.several(), Layout.SPLIT);
        Secret secret = new Secret("db", "env:DB", Optional.empty());
        Map<?, ?> services =
                (Map<?, ?>)
                        load(several.with(several.surroundings().with(List.of(secret))))
                                .get("services");

        assertThat(((Map<?, ?>) services.get("secrets")).get("image"))
                .isEqualTo(((Map<?, ?>) services.get("gateway")).get("image"));
        assertThat(((Map<?, ?>) services.get("gateway")).get("volumes")).isNull();
        assertThat(((Map<?, ?>) services.get("gateway")).get("depends_on"))
                .isEqualTo(List.of("orders", "stock", "orders-mail"));
        assertThat(((Map<?, ?>) services.get("stock")).get("depends_on"))
                .isEqualTo(
                        Map.of("secrets", Map.of("condition", "service_completed_successfully")));
    }

    private static Application withSecrets(Secret... secrets) {
        Application plain = Applications.withVolumes(Applications.plain(), List.of());
        return plain.with(plain.surroundings().with(List.of(secrets)));
    }

    @Test
    void noValueOfAnAccessoryChangesTheFileOrIsChanged() {
        Map<?, ?> services = (Map<?, ?>) load(withAccessories()).get("services");
        Map<?, ?> db = (Map<?, ?>) services.get("db");

        assertThat(services).hasSize(3);
        assertThat(db.get("environment"))
                .isEqualTo(Map.of("ODD", "it's \"$$X\"\n$${Y}: #;}\nimage: z"));
        assertThat(((Map<?, ?>) db.get("healthcheck")).get("test"))
                .isEqualTo(
                        List.of(
                                "CMD",
                                "/bin/sh",
                                "-c",
                                "pg_isready -U \"$$POSTGRES_USER\" #'\n&& true"));
        assertThat(db.get("command")).isEqualTo(List.of("-c", "log_line_prefix=%m \"$$\""));
        assertThat(db.get("env_file")).isNotNull();
        assertThat(Rendered.file(withAccessories(), "compose.yaml"))
                .doesNotContain("never-to-be-seen");
    }

    @Test
    void anAccessoryIsReachedByTheApplicationAloneAndIsThereFirst() {
        Map<?, ?> file = load(withAccessories());
        Map<?, ?> services = (Map<?, ?>) file.get("services");
        Map<?, ?> db = (Map<?, ?>) services.get("db");
        Map<?, ?> cache = (Map<?, ?>) services.get("no");
        Map<?, ?> app = (Map<?, ?>) services.get("app");

        assertThat(file.get("networks")).isEqualTo(Map.of("accessories", Map.of("internal", true)));
        assertThat(db.get("networks")).isEqualTo(List.of("accessories"));
        assertThat(db.get("ports")).isNull();
        assertThat(app.get("networks")).isEqualTo(List.of("default", "accessories"));
        assertThat(app.get("depends_on"))
                .isEqualTo(
                        Map.of(
                                "db", Map.of("condition", "service_healthy"),
                                "no", Map.of("condition", "service_started")));
        assertThat(db.get("cap_add"))
                .isEqualTo(List.of("CHOWN", "DAC_OVERRIDE", "FOWNER", "SETGID", "SETUID"));
        assertThat(cache.get("cap_add")).isNull();
        assertThat(cache.get("env_file")).isNull();
    }

    @Test
    void aHookReachesAccessoriesToo() {
        Application application =
                Applications.withAccessories(Applications.rich(), Applications.accessories());
        Map<?, ?> services = (Map<?, ?>) load(application).get("services");
        Map<?, ?> hook = (Map<?, ?>) services.get("pre-deploy");
        Map<?, ?> app = (Map<?, ?>) services.get("app");

        assertThat(hook.get("networks")).isEqualTo(List.of("default", "accessories"));
        assertThat(((Map<?, ?>) hook.get("depends_on")).keySet().toString()).isEqualTo("[db, no]");
        assertThat(((Map<?, ?>) app.get("depends_on")).keySet().toString())
                .isEqualTo("[pre-deploy, db, no]");
    }

    private static Application withAccessories() {
        return Applications.withAccessories(Applications.plain(), Applications.accessories());
    }

    private static Map<?, ?> app(Application application) {
        return (Map<?, ?>) ((Map<?, ?>) load(application).get("services")).get("app");
    }

    private static Map<?, ?> load(Application application) {
        String text = Rendered.file(application, "compose.yaml");
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
    }
}
