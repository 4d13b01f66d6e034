package io.github.fullstackmaven.goal.dev;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.detect.node.DevProject;
import io.github.fullstackmaven.model.BuildFacts;
import io.github.fullstackmaven.model.Ecosystem;
import io.github.fullstackmaven.model.JavaFacts;
import io.github.fullstackmaven.model.PythonFacts;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceBuilder;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.Start;
import io.github.fullstackmaven.scan.MemoryTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How programs are started for those who work at them. */
class LaunchTest {
    private final MemoryTree tree = new MemoryTree();

    private static ServiceBuilder api(Ecosystem ecosystem) {
        return Service.at("api", ServiceKind.BACKEND, ecosystem).name("api");
    }

    private Launch node(Map<String, String> scripts, List<String> build) {
        Service service =
                api(Ecosystem.NODE)
                        .packageManager(Optional.of("npm"))
                        .build(build)
                        .start(
                                new Start(
                                        "file",
                                        List.of("node", "dist/main.js"),
                                        Optional.of("dist/main.js")))
                        .service();
        DevProject project =
                new DevProject("api/package.json", scripts, List.of(), Optional.empty());
        return NodeLaunch.of(service, Optional.of(project), tree, program -> true);
    }

    @Test
    void aScriptForDevelopmentIsRun() {
        Launch launch = node(Map.of("dev", "nodemon src/server.js"), List.of());
        assertThat(launch.line()).isEqualTo("exec npm run dev");
        assertThat(launch.sources()).isEmpty();
    }

    @Test
    void aScriptThatDoesNotWatchIsStartedAgain() {
        assertThat(node(Map.of("dev", "tsx src/server.ts"), List.of()).sources()).isPresent();
    }

    @Test
    void besideAScriptThatOnlyCompilesTheProgramIsStarted() {
        Launch launch = node(Map.of("dev", "tsc --watch"), List.of("npm run build"));
        assertThat(launch.line()).isEqualTo("npm run dev & exec node --watch dist/main.js");
        assertThat(launch.before()).contains(new Step("api", "api", "npm run build"));
    }

    @Test
    void withoutAScriptNodeWatchesItself() {
        assertThat(node(Map.of(), List.of()).line()).isEqualTo("exec node --watch dist/main.js");
    }

    @Test
    void whatHasToBeBuiltIsBuiltAgainWhenASourceChanges() {
        Launch launch = node(Map.of(), List.of("npm run build"));
        assertThat(launch.line()).isEqualTo("npm run build && exec node dist/main.js");
        assertThat(launch.sources()).isPresent();
    }

    private Launch python(String framework, Start start) {
        Service service =
                api(Ecosystem.PYTHON)
                        .framework(Optional.of(framework))
                        .install(List.of("python -m pip install -r requirements.txt"))
                        .port(Optional.of(Sourced.byDefault(8000)))
                        .start(start)
                        .service();
        PythonFacts facts =
                new PythonFacts(
                        "api", List.of(), List.of(), List.of(), List.of(), List.of(), false);
        return PythonLaunch.of(service, facts, tree);
    }

    private static Start served(String kind, String program) {
        return new Start(
                kind, List.of(".venv/bin/" + program, "main:app"), Optional.of("main:app"));
    }

    @Test
    void uvicornReloads() {
        Launch launch = python("fastapi", served("asgi", "uvicorn"));
        assertThat(launch.line())
                .isEqualTo(
                        "PATH=\"$PWD/../api/.venv/bin:$PATH\"; export PATH; exec uvicorn --reload"
                                + " main:app");
        assertThat(launch.sources()).isEmpty();
    }

    @Test
    void flaskAndDjangoHaveServersOfTheirOwn() {
        assertThat(python("flask", served("wsgi", "gunicorn")).line())
                .endsWith("exec flask --app main:app run --debug --host 127.0.0.1 --port '{port}'");
        tree.with("api/manage.py", "");
        assertThat(python("django", served("wsgi", "gunicorn")).line())
                .endsWith("exec python manage.py runserver '127.0.0.1:{port}'");
    }

    @Test
    void withoutAVirtualEnvironmentOneIsMadeAsTheImageDoes() {
        assertThat(python("fastapi", served("asgi", "uvicorn")).before())
                .singleElement()
                .extracting(Step::line)
                .asString()
                .startsWith("python3 -m venv .venv && . .venv/bin/activate && python -m pip")
                .endsWith("|| { rm -rf .venv; exit 1; }");
        tree.with("api/venv/pyvenv.cfg", "");
        Launch launch = python("fastapi", served("asgi", "uvicorn"));
        assertThat(launch.before()).isEmpty();
        assertThat(launch.line()).contains("/../api/venv/bin:");
    }

    @Test
    void cargoRunsTheOneBinaryAndItsSourcesAreWatched() {
        BuildFacts.Rust facts =
                new BuildFacts.Rust(".", "shop", "shop-server", true, Map.of(), List.of());
        Service service = api(Ecosystem.RUST).start(Start.ofBinary("shop-server")).service();
        Launch launch = RustLaunch.of(service, facts);
        assertThat(launch.line()).isEqualTo("exec cargo run --package shop --bin shop-server");
        assertThat(launch.sources()).contains(new Sources(".", launch.sources().get().endings()));
    }

    private Optional<Launch> maven(String framework, String module, boolean wrapper) {
        Service service =
                api(Ecosystem.JAVA)
                        .path(module.equals(".") ? "api" : "api/" + module)
                        .framework(Optional.of(framework))
                        .packageManager(Optional.of("maven"))
                        .service();
        return JavaLaunch.of(
                service,
                new JavaFacts(
                        "api",
                        module,
                        List.of(module),
                        wrapper,
                        JavaFacts.Packaging.SPRING_BOOT,
                        Optional.empty()));
    }

    @Test
    void javaIsStartedByThePluginOfItsFramework() {
        assertThat(maven("spring-boot", ".", true).orElseThrow().line())
                .isEqualTo("cd . && exec ./mvnw -q spring-boot:run");
        Launch quarkus = maven("quarkus", "web", false).orElseThrow();
        assertThat(quarkus.line())
                .isEqualTo("cd ../. && exec mvn -q -pl web -am compile quarkus:dev");
        assertThat(quarkus.sources()).isEmpty();
        assertThat(maven("", ".", false)).isEmpty();
    }
}
