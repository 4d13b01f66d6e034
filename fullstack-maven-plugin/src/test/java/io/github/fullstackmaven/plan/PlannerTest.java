package io.github.fullstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.BuildFacts;
import io.github.fullstackmaven.model.DockerfileFacts;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Plan;
import io.github.fullstackmaven.model.Route;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.model.Severity;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.ToolVersion;
import io.github.fullstackmaven.scan.MemoryTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private final MemoryTree tree = Repositories.reactAndRust();
    private final Requests said = new Requests();

    private Plan plan() {
        return Planner.plan(said.request(), tree);
    }

    private Service backend() {
        return plan().application().backend().orElseThrow();
    }

    private Finding error() {
        List<Finding> errors = plan().errors();
        assertThat(errors).hasSize(1);
        return errors.get(0);
    }

    @Test
    void plansReactAndRustWithNothingSaid() {
        Plan plan = plan();
        Application application = plan.application();
        assertThat(plan.findings()).isEmpty();
        Service pages = application.frontend().orElseThrow();
        assertThat(pages.path()).isEqualTo("frontend");
        assertThat(pages.framework()).contains("vite");
        assertThat(pages.install()).containsExactly("npm ci");
        assertThat(pages.build()).containsExactly("npm run build");
        assertThat(pages.output()).contains("dist");
        Service server = application.backend().orElseThrow();
        assertThat(server.framework()).contains("axum");
        assertThat(server.build())
                .containsExactly("cargo build --release --locked --bin shop-server");
        assertThat(server.output())
                .contains("target/x86_64-unknown-linux-musl/release/shop-server");
        assertThat(server.start().argv()).containsExactly("/app/shop-server");
        assertThat(server.port()).contains(new Sourced<>(3000, "backend/src/main.rs:4"));
        assertThat(server.health().orElseThrow().source()).isEqualTo("backend/src/main.rs:3");
        assertThat(application.routes())
                .containsExactly(
                        new Route(
                                "/api", "backend", false, "frontend/vite.config.ts: server.proxy"),
                        new Route("/", "frontend", false, "default"));
    }

    @Test
    void theSameRepositoryGivesTheSamePlan() {
        assertThat(plan()).isEqualTo(plan());
    }

    @Test
    void whatTheUserSetsWinsAndSaysSo() {
        said.backend = Requests.service("backend", null, null, null, 4000, "/well");
        tree.with(
                "frontend/vite.config.ts",
                "export default { server: { proxy: { '/api': 'http://localhost:4000' } } }");
        assertThat(backend().port()).contains(new Sourced<>(4000, "fullstack.backendPort"));
        assertThat(backend().health().orElseThrow().source()).isEqualTo("fullstack.backendHealth");
    }

    @Test
    void portOfTheEnvFileBeatsTheSources() {
        tree.with("monorepo.env", "# port\nPORT=4000\n");
        tree.with("frontend/vite.config.ts", "");
        assertThat(backend().port()).contains(new Sourced<>(4000, "monorepo.env:2"));
    }

    @Test
    void portOfTheEnvFileThatIsNoPortIsAnErrorWithoutItsValue() {
        tree.with("monorepo.env", "PORT=hunter2");
        assertThat(error().id()).isEqualTo("FS-ENV-004");
        assertThat(error().toString()).doesNotContain("hunter2");
    }

    @Test
    void theDevProxyOfAnotherPortIsReported() {
        tree.with(
                "frontend/vite.config.ts",
                "export default {\n server: { proxy: {\n '/api': 'http://localhost:8000' } } }");
        Finding finding = plan().findings().get(0);
        assertThat(finding.id()).isEqualTo("FS-ROUTE-001");
        assertThat(finding.line()).hasValue(3);
    }

    @Test
    void prefixIsTakenOffWhereTheDevProxyDoes() {
        tree.with(
                "frontend/vite.config.ts",
                """
                export default defineConfig(({ mode }) => ({
                  server: { proxy: { '/api': {
                    target: 'http://localhost:3000', // the server
                    rewrite: (path) => path.replace(/^\\/api/, ''),
                  } } },
                }));
                """);
        assertThat(plan().application().routes().get(0).stripPrefix()).isTrue();
    }

    @Test
    void everyHandedOnPrefixOfTheBackendIsARoute() {
        tree.with(
                "frontend/vite.config.ts",
                """
                const target = 'http://localhost:3000';
                export default { server: { proxy: {
                  '/ws': { target, ws: true },
                  '/api': { target: target },
                  '/mail': 'http://localhost:8025',
                } } };
                """);
        assertThat(plan().application().routes().stream().map(Route::path))
                .containsExactly("/api", "/ws", "/");
    }

    @Test
    void twoFrontEndsAreNeverGuessed() {
        MemoryTree two = Repositories.rust(new MemoryTree(), "backend");
        Repositories.react(Repositories.react(two, "admin"), "shop");
        List<Finding> errors = Planner.plan(said.request(), two).errors();
        assertThat(errors).extracting(Finding::id).containsExactly("FS-DETECT-004");
        assertThat(errors.get(0).message()).contains("admin", "shop");
        assertThat(errors.get(0).remedy()).contains("fullstack.frontendDir");
    }

    @Test
    void aNameThatSaysFrontEndBreaksATieAndIsReported() {
        Repositories.react(tree, "admin");
        assertThat(plan().application().frontend().orElseThrow().path()).isEqualTo("frontend");
        assertThat(plan().findings()).extracting(Finding::id).contains("FS-DETECT-006");
    }

    @Test
    void theSettingChoosesBetweenTwoFrontEnds() {
        Repositories.react(tree, "admin");
        said.frontend = Requests.service("admin", null, null, null, null, null);
        assertThat(plan().application().frontend().orElseThrow().path()).isEqualTo("admin");
        assertThat(plan().errors()).isEmpty();
    }

    @Test
    void aBackEndAloneAnswersTheRoot() {
        MemoryTree alone = Repositories.rust(new MemoryTree(), "backend");
        Plan plan = Planner.plan(said.request(), alone);
        assertThat(plan.errors()).isEmpty();
        assertThat(plan.findings()).extracting(Finding::id).contains("FS-DETECT-012");
        assertThat(plan.application().routes())
                .containsExactly(new Route("/", "backend", false, Sourced.DEFAULT));
    }

    @Test
    void pagesAloneAreDeployedWithAWarning() {
        MemoryTree alone = Repositories.react(new MemoryTree(), "frontend");
        Plan plan = Planner.plan(said.request(), alone);
        assertThat(plan.errors()).isEmpty();
        assertThat(plan.findings()).extracting(Finding::id).containsExactly("FS-DETECT-013");
        assertThat(plan.application().processes()).isEmpty();
    }

    @Test
    void theLoopbackAddressIsNoTroubleInOneContainer() {
        MemoryTree go =
                Repositories.react(new MemoryTree(), "frontend")
                        .with("backend/go.mod", "module shop\n\ngo 1.26\n")
                        .with(
                                "backend/main.go",
                                """
                                package main

                                import "net/http"

                                func main() { http.ListenAndServe("127.0.0.1:3000", nil) }
                                """);
        assertThat(Planner.plan(said.request(), go).findings())
                .extracting(Finding::id, Finding::severity)
                .contains(tuple("FS-GO-011", Severity.INFO));
    }

    @Test
    void anEmptyRepositoryIsAnError() {
        assertThat(Planner.plan(said.request(), new MemoryTree()).errors())
                .extracting(Finding::id)
                .containsExactly("FS-DETECT-002");
    }

    @Test
    void severalBackEndsHaveTheirOwnPlaceBelowApi() {
        MemoryTree several = Repositories.react(new MemoryTree(), "frontend");
        several.with("frontend/vite.config.ts", "");
        Repositories.rust(Repositories.rust(several, "services/orders"), "services/stock");
        Plan plan = Planner.plan(said.request(), several);
        assertThat(plan.findings())
                .extracting(Finding::id, Finding::severity)
                .contains(tuple("FS-DETECT-014", Severity.WARNING));
        assertThat(plan.application().routes())
                .extracting(Route::path, Route::service, Route::stripPrefix)
                .containsExactly(
                        tuple("/api/orders", "orders", true),
                        tuple("/api/stock", "stock", true),
                        tuple("/", "frontend", false));
        assertThat(plan.application().service("stock").orElseThrow().start().argv())
                .containsExactly("/app/stock/shop-server");
    }

    @Test
    void aSettingOfOneBackEndIsNeverDroppedAmongSeveral() {
        MemoryTree several = Repositories.react(new MemoryTree(), "frontend");
        Repositories.rust(Repositories.rust(several, "orders"), "stock");
        said.backend = Requests.service(null, null, null, null, 4000, null);
        assertThat(Planner.plan(said.request(), several).errors())
                .extracting(Finding::id)
                .contains("FS-DETECT-004");
    }

    private static MemoryTree express(MemoryTree tree, String directory) {
        return tree.with(
                        directory + "/package.json",
                        "{\"scripts\": {\"start\": \"node server.js\"},"
                                + " \"dependencies\": {\"express\": \"^5.0.0\"}}")
                .with(
                        directory + "/server.js",
                        "import express from 'express';\nexpress().listen(process.env.PORT || 4000);\n");
    }

    private List<String> processes(MemoryTree tree) {
        return Planner.plan(said.request(), tree).application().services().stream()
                .filter(Service::isProcess)
                .map(Service::path)
                .toList();
    }

    @Test
    void aServiceApartIsNotDroppedBecauseAnotherIsSurer() {
        MemoryTree several = Repositories.react(new MemoryTree(), "frontend");
        Repositories.rust(several, "orders");
        assertThat(processes(express(several, "results"))).containsExactly("orders", "results");
        assertThat(processes(express(several, "mail")))
                .containsExactly("mail", "orders", "results");
    }

    @Test
    void whatHelpsWithTheWorkOrLiesWithinAnotherIsNoServiceOfItsOwn() {
        MemoryTree several = Repositories.react(new MemoryTree(), "frontend");
        Repositories.rust(several, "orders");
        express(several, "tools/mock-api");
        assertThat(processes(express(several, "orders/hooks"))).containsExactly("orders");
    }

    @Test
    void aWorkerThatItsOwnDockerfileBuildsIsDeployedWithoutAPort() {
        MemoryTree tree = Repositories.reactAndRust();
        tree.with(
                        "queue/Queue.csproj",
                        "<Project Sdk=\"Microsoft.NET.Sdk\"><OutputType>Exe</OutputType></Project>")
                .with("queue/Dockerfile", "FROM a\nENTRYPOINT [\"/queue\"]\n");
        Service worker =
                Planner.plan(said.request(), tree).application().service("queue").orElseThrow();
        assertThat(worker.kind()).isEqualTo(ServiceKind.WORKER);
        assertThat(worker.facts()).isInstanceOf(DockerfileFacts.class);
        assertThat(worker.port()).isEmpty();
        tree.with("queue/Dockerfile", "FROM a\nEXPOSE 9000\nENTRYPOINT [\"/queue\"]\n");
        assertThat(Planner.plan(said.request(), tree).application().service("queue"))
                .map(Service::kind)
                .contains(ServiceKind.DOCKERFILE);
    }

    @Test
    void aDevProxyThatNamesThePortsSaysWhichBackEndAnswersWhat() {
        MemoryTree several = Repositories.react(new MemoryTree(), "frontend");
        several.with(
                "frontend/vite.config.ts",
                """
                export default { server: { proxy: {
                  '/api/orders': 'http://localhost:3000',
                  '/stock': { target: 'http://localhost:4000', rewrite: (p) => p.replace(/^\\/stock/, '') },
                } } };
                """);
        Repositories.rust(Repositories.rust(several, "orders"), "stock");
        several.with(
                "stock/src/main.rs", "fn main() { let l = TcpListener::bind(\"0.0.0.0:4000\"); }");
        Plan plan = Planner.plan(said.request(), several);
        assertThat(plan.findings())
                .extracting(Finding::id, Finding::severity)
                .containsExactly(tuple("FS-DETECT-014", Severity.INFO));
        assertThat(plan.application().routes())
                .extracting(Route::path, Route::service, Route::stripPrefix)
                .containsExactly(
                        tuple("/api/orders", "orders", false),
                        tuple("/stock", "stock", true),
                        tuple("/", "frontend", false));
    }

    @Test
    void twoProcessesThatCannotShareAPortAreAnError() {
        MemoryTree several = Repositories.react(new MemoryTree(), "frontend");
        Repositories.rust(Repositories.rust(several, "orders"), "stock");
        assertThat(Planner.plan(said.request(), several).errors())
                .extracting(Finding::id)
                .containsExactly("FS-ROUTE-002");
    }

    @Test
    void aMissingDirectoryIsNamedWithTheNearest() {
        said.backend = Requests.service("services/api", null, null, null, null, null);
        assertThat(error().id()).isEqualTo("FS-REQUEST-011");
        assertThat(error().message()).contains("services/api").contains("backend, frontend");
    }

    @Test
    void aDirectoryOutsideOfTheRepositoryIsRefused() {
        said.backend = Requests.service("../other", null, null, null, null, null);
        assertThat(error().id()).isEqualTo("FS-REQUEST-011");
    }

    @Test
    void brokenTomlIsNamedWithItsLine() {
        tree.with("backend/Cargo.toml", "[package]\nname = \n");
        assertThat(plan().errors())
                .anySatisfy(
                        finding -> {
                            assertThat(finding.id()).isEqualTo("FS-DETECT-001");
                            assertThat(finding.file()).contains("backend/Cargo.toml");
                            assertThat(finding.line()).hasValue(2);
                            assertThat(finding.message()).contains("column ");
                        });
    }

    @Test
    void brokenJsonIsNamedWithItsLine() {
        tree.with("frontend/package.json", "{\n  \"name\": \"pages\",,\n}");
        assertThat(plan().errors())
                .anySatisfy(
                        finding -> {
                            assertThat(finding.id()).isEqualTo("FS-DETECT-001");
                            assertThat(finding.file()).contains("frontend/package.json");
                            assertThat(finding.line()).hasValue(2);
                        });
    }

    @Test
    void aBrokenManifestElsewhereOnlyWarns() {
        tree.with("tools/package.json", "{");
        assertThat(plan().errors()).isEmpty();
        assertThat(plan().findings()).extracting(Finding::id).contains("FS-DETECT-001");
    }

    @Test
    void aBuildOfTheUsersOwnNeedsItsOutput() {
        said.backend = Requests.service(null, "make", null, null, null, null);
        assertThat(error().id()).isEqualTo("FS-REQUEST-012");
    }

    @Test
    void aBuildOfTheUsersOwnReplacesOurs() {
        said.backend = Requests.service(null, "make release", "out/server", null, null, null);
        assertThat(plan().errors()).isEmpty();
        assertThat(backend().build()).containsExactly("make release");
        assertThat(backend().buildSetByUser()).isTrue();
        assertThat(backend().output()).contains("out/server");
        assertThat(backend().start().argv()).containsExactly("/app/server");
        assertThat(((BuildFacts.Rust) backend().facts()).binary()).isEqualTo("server");
    }

    @Test
    void theStartCommandKeepsItsArguments() {
        said.backend =
                Requests.service(null, null, null, "shop-server --data '/my data'", null, null);
        assertThat(backend().start().argv())
                .containsExactly("/app/shop-server", "--data", "/my data");
    }

    @Test
    void aStartCommandThatNamesNoBinaryListsThem() {
        said.backend = Requests.service(null, null, null, "import", null, null);
        assertThat(plan().errors()).extracting(Finding::id).contains("FS-RUST-003");
    }

    @Test
    void aPinnedToolchainChoosesTheBaseImage() {
        tree.with("backend/rust-toolchain.toml", "[toolchain]\nchannel = \"1.90\"\n");
        tree.with("frontend/.nvmrc", "v24.3.0\n");
        Plan plan = plan();
        assertThat(plan.application().images().base("rust"))
                .isEqualTo("docker.io/library/rust:1.90-alpine");
        assertThat(plan.application().images().base("node"))
                .isEqualTo("docker.io/library/node:24.3.0-trixie-slim");
        assertThat(backend().versions())
                .containsExactly(new ToolVersion("rust", "1.90", "backend/rust-toolchain.toml"));
    }

    @Test
    void aMinimumDoesNotLowerTheToolchain() {
        tree.with(
                "backend/Cargo.toml",
                tree.read("backend/Cargo.toml")
                        .orElseThrow()
                        .replace("edition", "rust-version = \"1.60\"\nedition"));
        assertThat(backend().version("rust")).contains("1.96");
    }

    @Test
    void basesComeFromTheMirrorExceptTheUsersOwn() {
        said.baseRegistry = Optional.of("mirror.example:5000/hub");
        said.baseImages = Map.of("rust", "own/rust:1");
        Map<String, String> bases = plan().application().images().bases();
        assertThat(bases)
                .containsEntry("rust", "own/rust:1")
                .containsEntry("runtime", "mirror.example:5000/hub/library/debian:trixie-slim");
    }

    @Test
    void strictMakesWarningsErrorsUnlessIgnored() {
        tree.without("frontend/package-lock.json");
        said.strict = true;
        assertThat(error().id()).isEqualTo("FS-NODE-004");
        said.ignored = Map.of("FS-NODE-004", "lock comes later");
        Finding ignored = plan().findings().get(0);
        assertThat(ignored.severity()).isEqualTo(Severity.INFO);
        assertThat(ignored.message()).contains("lock comes later");
    }

    @Test
    void aFlakeIsMentioned() {
        tree.with("flake.nix", "{}");
        assertThat(plan().findings()).extracting(Finding::id).containsExactly("FS-DETECT-007");
    }

    @Test
    void anotherBackEndIsRecognisedAndHonestlyRefused() {
        MemoryTree other =
                Repositories.react(new MemoryTree(), "web")
                        .with("api/Gemfile", "gem 'sinatra'")
                        .with("api/config.ru", "run App");
        Finding finding = Planner.plan(said.request(), other).errors().get(0);
        assertThat(finding.id()).isEqualTo("FS-DETECT-010");
        assertThat(finding.message()).contains("api (sinatra)");
    }

    @Test
    void theFrontEndMayBeTheRootItself() {
        MemoryTree root = Repositories.rust(new MemoryTree(), "server");
        root.with("package.json", tree.read("frontend/package.json").orElseThrow())
                .with("package-lock.json", tree.read("frontend/package-lock.json").orElseThrow())
                .with("index.html", "");
        Plan plan = Planner.plan(said.request(), root);
        assertThat(plan.errors()).isEmpty();
        assertThat(plan.application().frontend().orElseThrow().path()).isEqualTo(".");
        assertThat(plan.application().backend().orElseThrow().path()).isEqualTo("server");
    }
}
