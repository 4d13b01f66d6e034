package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.host.Command;
import io.github.fullstackmaven.host.Result;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Hook;
import io.github.fullstackmaven.model.Hooks;
import io.github.fullstackmaven.model.Images;
import io.github.fullstackmaven.model.Secret;
import io.github.fullstackmaven.model.Surroundings;
import io.github.fullstackmaven.model.Volume;
import io.github.fullstackmaven.render.Artefact;
import io.github.fullstackmaven.render.RenderOptions;
import io.github.fullstackmaven.render.Renderer;
import io.github.fullstackmaven.render.TemplateSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docker compose up} makes of a hook: nothing of the application before it is done. */
class ComposeHooksIT extends EngineTest {
    @TempDir Path directory;

    @Test
    void theHookIsDoneBeforeTheBackEndIsStartedAndOneThatFailsKeepsItFromBeing()
            throws IOException {
        StatefulApplication.image(engine, shop.name(), "v1");
        write("echo \"$FULLSTACK_HOOK with $DATABASE\" >> /data/migrated");

        Result up = compose("up", "--detach", "--no-build", "--wait");

        assertThat(up.ok()).as(up.err()).isTrue();
        assertThat(inspected("pre-deploy", "{{.State.Status}} {{.State.ExitCode}}"))
                .isEqualTo("exited 0");
        assertThat(compose("exec", "-T", "app", "cat", "/data/migrated").out().strip())
                .isEqualTo("pre-deploy with yes");
        assertThat(Instant.parse(inspected("pre-deploy", "{{.State.FinishedAt}}")))
                .isBefore(Instant.parse(inspected("app", "{{.State.StartedAt}}")));

        compose("down", "--timeout", "1");
        write("exit 3");
        Result failed = compose("up", "--detach", "--no-build", "--wait");

        assertThat(failed.ok()).isFalse();
        assertThat(failed.err()).contains("pre-deploy");
        assertThat(inspected("pre-deploy", "{{.State.ExitCode}}")).isEqualTo("3");
        assertThat(inspected("app", "{{.State.Status}}")).isEqualTo("created");
    }

    /** Compose itself writes such a secret into no container whose root is read only. */
    @Test
    void aSecretOfAVariableIsThereForHookAndProcessesAndInNoInspect() throws IOException {
        String secret = "canary $HOME 'one' \"two\"\n#\u00e9\n\n";
        StatefulApplication.image(engine, shop.name(), "v1");
        write(
                "cat /run/secrets/api-key > /data/migrated",
                List.of(new Secret("api-key", "env:IT_API_KEY", Optional.empty())));

        Result up = compose(Map.of("IT_API_KEY", secret), "up", "--detach", "--no-build", "--wait");

        assertThat(up.ok()).as(up.err()).isTrue();
        assertThat(inApp("cat /run/secrets/api-key; printf .")).isEqualTo(secret + ".");
        assertThat(inApp("cat /data/migrated; printf .")).isEqualTo(secret + ".");
        assertThat(inApp("stat -c '%a %u %g' /run/secrets/api-key")).isEqualTo("400 10001 10001\n");
        assertThat(inApp("touch /run/secrets/other /etc/other; echo $?")).isEqualTo("1\n");
        for (String service : List.of("secrets", "pre-deploy", "app")) {
            assertThat(inspected(service, "{{json .}}")).as(service).doesNotContain("canary");
        }

        String other = "canary-second";
        compose(Map.of("IT_API_KEY", other), "up", "--detach", "--no-build", "--wait");
        assertThat(inApp("cat /run/secrets/api-key")).isEqualTo(other);
    }

    private String inApp(String script) {
        return compose("exec", "-T", "app", "sh", "-c", script).out();
    }

    private void write(String line) throws IOException {
        write(line, List.of());
    }

    private void write(String line, List<Secret> secrets) throws IOException {
        Hook hook = new Hook(List.of("/bin/sh", "-c", line), "", "test");
        Hooks hooks = new Hooks(Optional.of(hook), Optional.empty(), Hooks.LIMIT);
        Application plain =
                shop.application(
                        Map.of("DATABASE", "yes"),
                        List.of(new Volume("data", "/data", false, false, "test")),
                        Optional.empty());
        Files.writeString(directory.resolve("monorepo.env"), "DATABASE=yes\n");
        Application application =
                plain.but()
                        .envFiles(List.of("monorepo.env"))
                        .images(
                                new Images(
                                        plain.images().app(),
                                        Map.of("runtime", "debian:trixie-slim")))
                        .application()
                        .with(Surroundings.NONE.with(hooks).with(secrets));
        Path output = Files.createDirectories(directory.resolve(RenderOptions.DEFAULT.output()));
        for (Artefact artefact :
                new Renderer(TemplateSet.builtIn()).render(application, RenderOptions.DEFAULT)) {
            if (artefact.path().equals("compose.yaml")) {
                Files.writeString(output.resolve("compose.yaml"), artefact.text());
            }
        }
    }

    private String inspected(String service, String format) {
        String id = compose("ps", "--all", "--quiet", service).out().strip();
        return lab.commands()
                .run(Command.of(List.of(lab.program(), "inspect", "--format", format, id)))
                .out()
                .strip();
    }

    @AfterEach
    void down() {
        compose("down", "--volumes", "--timeout", "1");
        engine.removeImage(shop.name() + ":it");
    }

    private Result compose(String... words) {
        return compose(Map.of(), words);
    }

    private Result compose(Map<String, String> environment, String... words) {
        List<String> argv = new ArrayList<>(List.of("docker", "compose"));
        argv.addAll(List.of(words));
        return lab.commands()
                .run(
                        Command.of(argv)
                                .with(environment)
                                .in(directory.resolve(RenderOptions.DEFAULT.output()))
                                .within(Duration.ofMinutes(3)));
    }
}
