package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.deploy.Deployer;
import io.github.fullstackmaven.deploy.Deployment;
import io.github.fullstackmaven.deploy.Outcome;
import io.github.fullstackmaven.deploy.Target;
import io.github.fullstackmaven.engine.Engines;
import io.github.fullstackmaven.engine.LogQuery;
import io.github.fullstackmaven.host.Command;
import io.github.fullstackmaven.host.Commands;
import io.github.fullstackmaven.host.Conversation;
import io.github.fullstackmaven.host.Result;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Hook;
import io.github.fullstackmaven.model.Hooks;
import io.github.fullstackmaven.model.Layout;
import io.github.fullstackmaven.model.RequestLimits;
import io.github.fullstackmaven.model.Secret;
import io.github.fullstackmaven.model.Surroundings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A secret reaches the files of its unit, and no other place that anybody could look at. */
@OnEveryEngine
class RunTimeSecretsIT extends EngineTest {
    private static final String FIRST = "canary-first '\"$`\n#\u00e9";
    private static final String SECOND = "canary-second";
    private static final String MANY_LINES =
            "\n canary $HOME $(id) `id` 'one' \"two\" \\n %s =\t#\r\n\n\u00e9\u2713 last\n\n";
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final List<String> seen = new ArrayList<>();

    @Test
    void aSecretIsInTheFileOfItsUnitAlone() {
        engine = Engines.find(lab.program(), new Listening(lab.commands()));
        Application first = withSecret(FIRST);
        assertThat(deploy(target(first, "v1")).outcome()).isEqualTo(Outcome.LIVE);
        assertThat(secret()).isEqualTo(FIRST);
        assertThat(deploy(target(withSecret(FIRST), "v1")).outcome()).isEqualTo(Outcome.UNCHANGED);

        assertThat(deploy(target(withSecret(SECOND), "v1")).release()).contains("r2");
        assertThat(secret()).isEqualTo(SECOND);
        String unit = units(first).get(0);
        assertThat(inUnit(unit, "stat -c '%a %u' /run/secrets /run/secrets/api-key"))
                .isEqualTo("500 10001\n400 10001");
        assertThat(inUnit(unit, "touch /run/secrets/api-key /run/secrets/other; echo $?"))
                .isNotEqualTo("0");

        // As after a restart of the engine: nobody is there to hand the secret over again.
        engine.stop(unit, Duration.ofSeconds(5));
        engine.start(unit);
        String inspected =
                run("container", "inspect", unit)
                        + run("volume", "inspect", first.id() + "_secrets-r2")
                        + run("image", "inspect", first.images().app());
        engine.logs(unit, LogQuery.last(1000), seen::add);
        String edge = "fullstack-edge-" + shop.httpPort();
        String onEdge =
                engine.exec(edge, List.of("grep", "-rc", "can[a]ry", "/edge"), "", LIMIT).out();

        assertThat(inspected).contains("_secrets-r2");
        assertThat(inspected).doesNotContain("canary", base64(FIRST), base64(SECOND));
        assertThat(seen).noneMatch(l -> l.contains("canary") || l.contains(base64(SECOND)));
        assertThat(onEdge.lines()).allMatch(line -> line.endsWith(":0"));

        new Deployer(engine, new PrintedProgress(), Clock.systemUTC())
                .rollback(first, Optional.empty(), "test");
        assertThat(secret()).isEqualTo(FIRST);
        undeploy(first);
        assertThat(engine.hasVolume(first.id() + "_secrets-r1")).isFalse();
        assertThat(engine.hasVolume(first.id() + "_secrets-r2")).isFalse();
    }

    @Test
    void aVariableHoldsItForTheProcessesOfAUnitAlone() throws Exception {
        holds(Layout.SINGLE);
    }

    @Test
    @Tag("redeploys")
    void aVariableHoldsItForAProcessInAContainerOfItsOwn() throws Exception {
        holds(Layout.SPLIT);
    }

    private void holds(Layout layout) throws GeneralSecurityException {
        engine = Engines.find(lab.program(), new Listening(lab.commands()));
        PagesApplication pages = new PagesApplication(shop);
        Hook prints =
                new Hook(
                        List.of(
                                "/bin/sh",
                                "-c",
                                "printf '%s' \"$TOKEN\" | sha256sum; printenv TOKEN"),
                        "api",
                        "test");
        Application application =
                pages.application(
                                layout,
                                Optional.empty(),
                                "one",
                                RequestLimits.DEFAULT,
                                Duration.ofMinutes(1),
                                Duration.ofSeconds(1))
                        .with(
                                Surroundings.NONE
                                        .with(
                                                new Hooks(
                                                        Optional.of(prints),
                                                        Optional.empty(),
                                                        Duration.ofMinutes(1)))
                                        .with(
                                                List.of(
                                                        new Secret(
                                                                "api-key",
                                                                "env:API_KEY",
                                                                Optional.of(base64(MANY_LINES)),
                                                                List.of("TOKEN", "SAME")))));

        assertThat(deploy(pages.target(engine, "v1", application)).outcome())
                .isEqualTo(Outcome.LIVE);

        for (String name : List.of("TOKEN", "SAME")) {
            assertThat(answer("/api/variable/" + name)).isEqualTo(hex(MANY_LINES));
        }
        assertThat(seen).contains("| " + sha256(MANY_LINES) + "  -");
        for (String unit : units(application)) {
            String inspected = run("container", "inspect", unit);
            assertThat(inspected).doesNotContain("canary", base64(MANY_LINES));
            assertThat(inUnit(unit, "cat /proc/[0-9]*/cmdline | tr '\\0' ' '"))
                    .contains(unit.endsWith("-api") ? "/app.py" : "nginx")
                    .doesNotContain("canary");
            assertThat(inUnit(unit, "env; cat /proc/1/environ")).doesNotContain("canary");
            String holders =
                    inUnit(
                            unit,
                            "grep -l can[a]ry /proc/[0-9]*/environ 2> /dev/null"
                                    + " | sed s/environ/comm/ | xargs -r cat");
            assertThat(holders.lines()).allMatch(program -> program.equals("python3"));
            engine.logs(unit, LogQuery.last(1000), seen::add);
        }
        assertThat(run("image", "inspect", application.images().app())).doesNotContain("canary");
        assertThat(seen).noneMatch(l -> l.contains("canary") || l.contains(base64(MANY_LINES)));
    }

    private String answer(String path) {
        String answer = Http.get(lab.at(shop.httpPort()), "shop.test", path);
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(String text) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Application withSecret(String content) {
        Secret secret = new Secret("api-key", "env:API_KEY", Optional.of(base64(content)));
        Hook prints = new Hook(List.of("cat", "/run/secrets/api-key"), "", "test");
        Hooks hooks = new Hooks(Optional.of(prints), Optional.empty(), Duration.ofMinutes(1));
        return shop.application(Map.of(), List.of(), Optional.empty())
                .with(Surroundings.NONE.with(hooks).with(List.of(secret)));
    }

    @Override
    Deployment deploy(Target target) {
        return deploy(remembered(target), new RememberedNotes(seen));
    }

    private Target target(Application application, String version) {
        return TestApplication.target(
                application, StatefulApplication.image(engine, shop.name(), version));
    }

    private String secret() {
        String answer = Http.get(lab.at(shop.httpPort()), "shop.test", "/secret/api-key");
        return new String(
                HexFormat.of().parseHex(answer.substring(answer.indexOf("\r\n\r\n") + 4)),
                StandardCharsets.UTF_8);
    }

    private String inUnit(String unit, String script) {
        return engine.exec(unit, List.of("/bin/sh", "-c", script), "", LIMIT).out();
    }

    private String run(String... words) {
        List<String> argv = new ArrayList<>(List.of(lab.program()));
        argv.addAll(List.of(words));
        Result result = lab.commands().run(Command.of(argv));
        assertThat(result.ok()).as(result.err()).isTrue();
        return result.out();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Remembers what others on the machine could see: argument lists, variables, the console. */
    private final class Listening implements Commands {
        private final Commands next;

        Listening(Commands next) {
            this.next = next;
        }

        private Command heard(Command command) {
            seen.addAll(command.argv());
            seen.addAll(command.environment().values());
            return command;
        }

        @Override
        public Result run(Command command) {
            return next.run(heard(command));
        }

        @Override
        public Result stream(Command command, Consumer<String> line) {
            return next.stream(heard(command), line);
        }

        @Override
        public Conversation open(Command command) {
            return next.open(heard(command));
        }
    }
}
