package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.deploy.Deployer;
import io.github.fullstackmaven.deploy.Deployment;
import io.github.fullstackmaven.deploy.Inspection;
import io.github.fullstackmaven.deploy.Outcome;
import io.github.fullstackmaven.deploy.Status;
import io.github.fullstackmaven.deploy.Undeployer;
import io.github.fullstackmaven.deploy.VolumePolicy;
import io.github.fullstackmaven.engine.ExecResult;
import io.github.fullstackmaven.engine.ImageBuild;
import io.github.fullstackmaven.engine.LogQuery;
import io.github.fullstackmaven.it.sample.Directories;
import io.github.fullstackmaven.model.Accessory;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Hook;
import io.github.fullstackmaven.model.Hooks;
import io.github.fullstackmaven.model.Resources;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.Surroundings;
import io.github.fullstackmaven.model.Variables;
import io.github.fullstackmaven.model.Volume;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A database beside an application: somebody else's image, whose data nobody wants to lose. */
@OnEveryEngine
class AccessoryIT extends EngineTest {
    private static final String ODD = "it's \"$HOME\" ${x}\n#; = }";
    private static final String CHECK =
            "python3 -c \"import urllib.request as u; u.urlopen('http://127.0.0.1:5432/')\"";

    private final String db = "fullstack-" + shop.name() + "-pro-db";

    @Test
    void reachedByItsNameAndNotByOthers() {
        Hook migration =
                new Hook(List.of("/bin/sh", "-c", "curl -fsS http://db:5432/add"), "", "test");
        Application application = with(database(Map.of("ODD", ODD), ""));
        Application hooked =
                application.with(
                        application
                                .surroundings()
                                .with(
                                        new Hooks(
                                                Optional.of(migration),
                                                Optional.empty(),
                                                Duration.ofSeconds(60))));
        String image = shop.image(engine, "v1", "200");
        assertThat(deploy(TestApplication.target(hooked, image)).outcome()).isEqualTo(Outcome.LIVE);
        TestApplication blog =
                new TestApplication(
                        shop.name() + "-blog",
                        Optional.of("blog.test"),
                        shop.httpPort(),
                        shop.httpsPort());
        deploy(blog.target(blog.image(engine, "v1", "200")));
        String neighbour = units(blog.application()).get(0);
        String address = exec(db, "hostname", "-i").out();

        assertThat(ask("")).isEqualTo("1");
        assertThat(ask("odd")).isEqualTo(ODD);
        for (String stranger : List.of(neighbour, "fullstack-edge-" + shop.httpPort())) {
            assertThat(exec(stranger, "curl", "-m", "3", "http://db:5432/").ok()).isFalse();
            assertThat(exec(stranger, "curl", "-m", "3", "http://" + address + ":5432/").ok())
                    .as(stranger + " and " + address)
                    .isFalse();
        }
        assertThat(exec(unit(), "curl", "-fsS", "http://" + address + ":5432/").out())
                .isEqualTo("1");

        Status status = new Inspection(engine).status(shop.application());
        assertThat(status.accessories())
                .singleElement()
                .satisfies(
                        a -> {
                            assertThat(a.container()).isEqualTo(db);
                            assertThat(a.state()).startsWith("running (");
                        });
        List<String> log = new ArrayList<>();
        new Inspection(engine).logs(shop.application(), "db", LogQuery.last(1000), log::add);
        assertThat(log).anyMatch(line -> line.equals("up as 999 with 'words'"));
        undeploy(blog.application());
    }

    @Test
    void notReplacedByARelease() {
        Application application = with(database(Map.of(), ""));
        deploy(TestApplication.target(application, shop.image(engine, "v1", "200")));
        String id = id();
        ask("add");
        String second = shop.image(engine, "v2", "200");

        assertThat(
                        plan(
                                TestApplication.target(
                                        application,
                                        engine.container(unit()).orElseThrow().imageId())))
                .isEmpty();
        deploy(TestApplication.target(application, second));
        engine.stop(db, Duration.ofSeconds(20));
        Deployment back =
                new Deployer(engine, new PrintedProgress(), Clock.systemUTC())
                        .rollback(shop.application(), Optional.empty(), "test");
        assertThat(back.outcome()).isEqualTo(Outcome.LIVE);
        assertThat(ask("add")).isEqualTo("2");

        Deployment changed =
                deploy(TestApplication.target(with(database(Map.of("X", "y"), "")), second));
        assertThat(changed.outcome()).isEqualTo(Outcome.LIVE);
        assertThat(warnings(changed))
                .singleElement()
                .asString()
                .startsWith("FS-ACCESSORY-012 <accessory> db");
        assertThat(id()).isEqualTo(id);
        assertThat(ask("")).isEqualTo("2");
    }

    @Test
    void keepsServingWhenAnAccessoryDoesNotGetWell() {
        String image = shop.image(engine, "v1", "200");
        deploy(TestApplication.target(with(), image));

        Deployment failed =
                deploy(TestApplication.target(with(database(Map.of("BROKEN", "yes"), "")), image));

        assertThat(failed.outcome()).isEqualTo(Outcome.UNHEALTHY);
        assertThat(failed.problem().orElseThrow())
                .hasMessageStartingWith("FS-ACCESSORY-011 <accessory> db: it did not get well")
                .hasMessageContaining("| no disk for ***");
        assertThat(failed.operations())
                .extracting(op -> op.line())
                .noneMatch(line -> line.contains("unit"));
        assertThat(Http.get(lab.at(shop.httpPort()), "shop.test", "/")).endsWith("v1 r1");
        assertThat(units(shop.application())).hasSize(1);
        assertThat(engine.hasVolume(shop.name() + "-pro_pg")).isFalse();
        assertThat(engine.hasNetwork("fullstack-" + shop.name() + "-pro")).isFalse();
    }

    @Test
    void recreatedWhenAskedAndLeftWithItsVolumeByUndeploy() {
        String image = shop.image(engine, "v1", "200");
        deploy(TestApplication.target(with(database(Map.of(), "")), image));
        String id = id();
        ask("add");

        Deployment again =
                deploy(
                        TestApplication.target(with(database(Map.of(), "999:999")), image)
                                .recreating(List.of("db")));

        assertThat(again.problem()).isEmpty();
        assertThat(warnings(again)).isEmpty();
        assertThat(id()).isNotEqualTo(id);
        assertThat(ask("")).isEqualTo("1");
        assertThat(unit()).endsWith("-r1");

        new Undeployer(engine, new PrintedProgress(), Clock.systemUTC())
                .undeploy(shop.application(), VolumePolicy.KEEP, "test");
        assertThat(units(shop.application())).isEmpty();
        assertThat(engine.hasNetwork("fullstack-" + shop.name() + "-pro")).isFalse();
        assertThat(engine.hasVolume(shop.name() + "-pro_pg")).isTrue();
    }

    private Application with(Accessory... accessories) {
        return shop.application(Map.of("TOKEN", "hunter-2-secret"), List.of(), Optional.empty())
                .with(Surroundings.NONE.withAccessories(List.of(accessories)));
    }

    private Accessory database(Map<String, String> variables, String user) {
        Map<String, Sourced<String>> values = new HashMap<>();
        variables.forEach((k, v) -> values.put(k, new Sourced<>(v, Variables.POM)));
        values.put("TOKEN", new Sourced<>("hunter-2-secret", "monorepo.env:1"));
        return new Accessory(
                "db",
                image(),
                Optional.of(user).filter(u -> !u.isEmpty()),
                new Variables(values),
                List.of(new Volume("pg", "/data", false, false, "test")),
                Optional.of(CHECK),
                Resources.DEFAULT,
                List.of("with", "'words'"));
    }

    private String image() {
        String name = remembered("localhost/" + shop.name() + "-db:1");
        try (InputStream program = AccessoryIT.class.getResourceAsStream("/accessory/db.py")) {
            Path context = Directories.temporary("fullstack-it");
            Files.write(context.resolve("db.py"), program.readAllBytes());
            Path dockerfile = context.resolve("Dockerfile");
            Files.writeString(
                    dockerfile,
                    "FROM docker.io/library/python:3.13-slim-trixie AS db\n"
                            + "COPY db.py /db.py\n"
                            + "ENTRYPOINT [\"python3\", \"/db.py\"]\n");
            engine.build(
                    ImageBuild.image(
                            context,
                            dockerfile,
                            "db",
                            ImageBuild.Image.of(name),
                            Duration.ofMinutes(5)),
                    line -> {});
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String ask(String path) {
        return exec(unit(), "curl", "-fsS", "http://db:5432/" + path).out();
    }

    private String unit() {
        return units(shop.application()).stream()
                .filter(name -> !name.equals(db))
                .findFirst()
                .orElseThrow();
    }

    private String id() {
        return engine.container(db).orElseThrow().id();
    }

    private ExecResult exec(String container, String... argv) {
        return engine.exec(container, List.of(argv), "", Duration.ofSeconds(30));
    }
}
