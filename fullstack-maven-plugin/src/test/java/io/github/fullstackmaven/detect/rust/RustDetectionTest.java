package io.github.fullstackmaven.detect.rust;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.detect.Detector;
import io.github.fullstackmaven.detect.evidence.Answer;
import io.github.fullstackmaven.detect.evidence.Hints;
import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.model.BuildFacts;
import io.github.fullstackmaven.model.DebianLibraries;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.scan.MemoryTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tomlj.Toml;

class RustDetectionTest {
    private static final String MAIN = "use axum::Router; fn main() { serve(3000) }";
    private static final String TOOL = "fn main() { import() }";

    private final MemoryTree tree = new MemoryTree();

    private RustDetectionTest manifest(String directory, String text) {
        tree.with(directory.isEmpty() ? "Cargo.toml" : directory + "/Cargo.toml", text);
        return this;
    }

    private RustDetectionTest crate(String directory, String name, String rest) {
        return manifest(
                directory,
                "[package]\nname = \""
                        + name
                        + "\"\nversion = \"1.2.3\"\nedition = \"2024\"\n"
                        + rest);
    }

    private Answer answer(Hints hints) {
        Detector detector = new Detector(tree);
        List<Site> sites = detector.survey().sites();
        Site site =
                sites.stream()
                        .filter(s -> s.isBackend() || s.kind() == ServiceKind.WORKER)
                        .findFirst()
                        .orElseThrow();
        return detector.look(site, hints);
    }

    private String binary() {
        return answer(Hints.NONE).service().start().entry().orElse("none");
    }

    private BuildFacts.Rust facts() {
        return (BuildFacts.Rust) answer(Hints.NONE).service().facts();
    }

    @Test
    void takesTheOnlyBinary() {
        crate("b", "shop", "[dependencies]\naxum = \"0.8\"");
        tree.with("b/src/main.rs", MAIN);
        assertThat(binary()).isEqualTo("shop");
    }

    @Test
    void takesDefaultRunOverEverythingElse() {
        crate("b", "shop", "default-run = \"other\"\n[dependencies]\naxum = \"0.8\"");
        tree.with("b/src/main.rs", MAIN).with("b/src/bin/other.rs", TOOL);
        assertThat(binary()).isEqualTo("other");
    }

    @Test
    void takesTheBinaryNamedAsThePackage() {
        crate("b", "shop", "");
        tree.with("b/src/main.rs", MAIN).with("b/src/bin/server.rs", TOOL);
        assertThat(binary()).isEqualTo("shop");
    }

    @Test
    void takesTheBinaryWithAServersName() {
        crate("b", "shop", "");
        tree.with("b/src/bin/import.rs", MAIN).with("b/src/bin/api/main.rs", TOOL);
        assertThat(binary()).isEqualTo("api");
    }

    @Test
    void takesTheBinaryWhoseSourceNamesTheFramework() {
        crate("b", "shop", "[dependencies]\nactix-web = \"4\"");
        tree.with("b/src/bin/one.rs", TOOL)
                .with("b/src/bin/two.rs", "use actix_web::App; fn main() {}");
        assertThat(binary()).isEqualTo("two");
    }

    @Test
    void neverGuessesBetweenTwoBinaries() {
        crate("b", "shop", "[dependencies]\naxum = \"0.8\"");
        tree.with("b/src/bin/one.rs", MAIN).with("b/src/bin/two.rs", MAIN);
        Finding finding = answer(Hints.NONE).findings().get(0);
        assertThat(finding.id()).isEqualTo("FS-RUST-002");
        assertThat(finding.message()).contains("one, two");
        assertThat(finding.remedy()).contains("fullstack.backendStart");
    }

    @Test
    void theUserNamesTheBinaryByStartOrByOutput() {
        crate("b", "shop", "");
        tree.with("b/src/bin/one.rs", MAIN).with("b/src/bin/two.rs", MAIN);
        Sourced<String> start = new Sourced<>("two --serve", "fullstack.backendStart");
        Sourced<String> output = new Sourced<>("target/release/one", "fullstack.backendOutput");
        assertThat(
                        answer(new Hints(Optional.of(start), Optional.empty(), false))
                                .service()
                                .start()
                                .entry())
                .contains("two");
        assertThat(
                        answer(new Hints(Optional.empty(), Optional.of(output), false))
                                .service()
                                .start()
                                .entry())
                .contains("one");
    }

    @Test
    void readsDeclaredTargetsAsCargoDoes() {
        crate(
                "b",
                "pkg-a",
                """
                autobins = false
                [[bin]]
                name = "server"
                path = "src/srv.rs"
                required-features = ["web"]
                [features]
                web = []
                """);
        tree.with("b/src/srv.rs", MAIN).with("b/src/main.rs", TOOL);
        assertThat(binary()).isEqualTo("server");
        assertThat(answer(Hints.NONE).service().build())
                .containsExactly("cargo build --release --locked --bin server --features web");
    }

    @Test
    void aDeclaredTargetAtAnInferredPathReplacesIt() {
        crate("b", "shop", "[[bin]]\nname = \"shopd\"\npath = \"src/main.rs\"");
        tree.with("b/src/main.rs", MAIN);
        assertThat(binary()).isEqualTo("shopd");
    }

    private RustDetectionTest workspace() {
        manifest(
                "",
                """
                [workspace]
                members = ["crates/*", "api"]
                exclude = ["crates/old"]
                [workspace.package]
                version = "2.0.0"
                [workspace.dependencies]
                core-lib = { path = "crates/core" }
                """);
        crate("api", "shop-api", "[dependencies]\naxum = \"0.8\"\ncore-lib = { workspace = true }");
        crate(
                "crates/core",
                "core-lib",
                "[lib]\ncrate-type = [\"rlib\"]\n[lints]\nworkspace = true");
        crate("crates/cli", "cli", "");
        crate("crates/old", "old", "");
        tree.with("api/src/main.rs", MAIN)
                .with("crates/core/src/lib.rs", "pub fn f() {}")
                .with("crates/core/build.rs", "fn main() { generate() }")
                .with("crates/cli/src/main.rs", TOOL)
                .with("crates/old/src/main.rs", TOOL);
        return this;
    }

    @Test
    void foldsMembersIntoTheirWorkspaceAndTakesTheServer() {
        workspace();
        Answer answer = answer(Hints.NONE);
        assertThat(answer.service().path()).isEqualTo("api");
        assertThat(answer.service().build())
                .containsExactly(
                        "cargo build --release --locked --package shop-api --bin shop-api");
        assertThat(answer.service().output())
                .contains("../target/x86_64-unknown-linux-musl/release/shop-api");
        assertThat(facts().workspace()).isEqualTo(".");
        assertThat(facts().localPackages()).containsExactly("cli", "core-lib", "shop-api");
    }

    @Test
    void theSkeletonHasAllManifestsAndNoSources() {
        Map<String, String> skeleton = workspace().facts().skeleton();
        assertThat(skeleton.keySet())
                .containsExactly(
                        "Cargo.toml",
                        "api/Cargo.toml",
                        "api/src/main.rs",
                        "crates/cli/Cargo.toml",
                        "crates/cli/src/main.rs",
                        "crates/core/Cargo.toml",
                        "crates/core/build.rs",
                        "crates/core/src/lib.rs");
        assertThat(skeleton.get("api/src/main.rs")).isEqualTo("fn main() {}\n");
        assertThat(skeleton.get("crates/core/src/lib.rs")).isEmpty();
        assertThat(skeleton.get("crates/core/Cargo.toml")).doesNotContain("lints");
        assertThat(skeleton.values().stream().filter(t -> t.contains("[")))
                .allSatisfy(text -> assertThat(Toml.parse(text).errors()).isEmpty());
    }

    @Test
    void aChangeOfSourcesNeverChangesTheSkeleton() {
        Map<String, String> before = workspace().facts().skeleton();
        tree.with("api/src/main.rs", MAIN + "// more")
                .with("api/src/routes.rs", "pub fn routes() {}")
                .with("api/tests/all.rs", "#[test] fn t() {}")
                .with("api/README.md", "words")
                .with("crates/core/src/more.rs", "");
        assertThat(facts().skeleton()).isEqualTo(before);
    }

    @Test
    void aPackageThatStandsForAPublishedOneIsCompiledWithTheDependencies() {
        crate("b", "shop", "[patch.crates-io]\nfoo = { path = \"patched/foo\" }");
        crate("b/patched/foo", "foo", "[dependencies]\nfoo-macros = { path = \"macros\" }");
        crate("b/patched/foo/macros", "foo-macros", "");
        tree.with("b/src/main.rs", MAIN).with("b/patched/foo/src/lib.rs", "pub fn foo() {}");

        assertThat(facts().directories().replacements()).containsExactly("b/patched/foo");
        assertThat(facts().skeleton().keySet()).containsExactly("Cargo.toml", "src/main.rs");
        assertThat(facts().localPackages()).containsExactly("shop");
    }

    @Test
    void aWorkspaceThatStandsForAPublishedPackageLeavesNoSkeleton() {
        crate("b", "shop", "[patch.crates-io]\nshop = { path = \".\" }");
        tree.with("b/src/main.rs", MAIN);
        assertThat(facts().skeleton()).isEmpty();
    }

    @Test
    void copiesOfPublishedPackagesAreFoundByTheConfiguration() {
        crate("b", "shop", "[dependencies]\naxum = \"0.8\"");
        tree.with("b/src/main.rs", MAIN)
                .with("b/vendor/axum/Cargo.toml", "[package]\nname = \"axum\"")
                .with(
                        "b/.cargo/config.toml",
                        """
                        [source.crates-io]
                        replace-with = "vendored-sources"
                        [source.vendored-sources]
                        directory = "vendor"
                        """);
        assertThat(facts().directories().vendored()).containsExactly("b/vendor");
        assertThat(facts().directories().before()).containsExactly("b/vendor");
    }

    @Test
    void aDependencyOutsideOfTheCratesDirectoryIsBuiltWithIt() {
        crate("b", "shop", "[dependencies]\nshared = { path = \"../shared\" }");
        crate("shared", "shared", "[dependencies]\nwords = { path = \"words\" }");
        crate("shared/words", "words", "");
        tree.with("b/src/main.rs", MAIN)
                .with("shared/src/lib.rs", "")
                .with("shared/words/src/lib.rs", "");

        assertThat(answer(Hints.NONE).findings())
                .extracting(Finding::id)
                .doesNotContain("FS-RUST-004");
        assertThat(facts().workspace()).isEqualTo("b");
        assertThat(facts().directories().base()).isEqualTo(".");
        assertThat(facts().directories().outside()).containsExactly("shared");
        assertThat(facts().skeleton().keySet())
                .containsExactly(
                        "b/Cargo.toml",
                        "b/src/main.rs",
                        "shared/Cargo.toml",
                        "shared/src/lib.rs",
                        "shared/words/Cargo.toml",
                        "shared/words/src/lib.rs");
        assertThat(facts().localPackages()).containsExactly("shared", "shop", "words");
    }

    @Test
    void aDependencyOfAnotherWorkspaceInheritsFromThatOne() {
        crate("services/b", "shop", "[dependencies]\nmoney = { path = \"../../libs/money\" }");
        manifest(
                "libs",
                """
                [workspace]
                members = ["*"]
                [workspace.package]
                version = "1.0.0"
                license = "MIT"
                [workspace.dependencies]
                words = { path = "words" }
                """);
        manifest(
                "libs/money",
                """
                [package]
                name = "money"
                version.workspace = true
                [dependencies]
                words.workspace = true
                """);
        crate("libs/words", "words", "");
        tree.with("services/b/src/main.rs", MAIN)
                .with("libs/money/src/lib.rs", "")
                .with("libs/words/src/lib.rs", "");
        BuildFacts.Rust facts = facts();

        assertThat(facts.directories().outside()).containsExactly("libs/money", "libs/words");
        assertThat(facts.directories().manifests()).containsExactly("libs/Cargo.toml");
        assertThat(facts.skeleton().get("libs/Cargo.toml"))
                .contains("[workspace.package]\nversion = \"1.0.0\"")
                .doesNotContain("members");
    }

    @Test
    void aDependencyOutsideOfTheRepositoryIsRefused() {
        crate("b", "shop", "[dependencies]\nshared = { path = \"../../shared\" }");
        tree.with("b/src/main.rs", MAIN);
        assertThat(answer(Hints.NONE).findings())
                .filteredOn(finding -> finding.id().equals("FS-RUST-004"))
                .singleElement()
                .asString()
                .contains("b/Cargo.toml", "shared", "outside of the repository");
    }

    @Test
    void thePackageAboveTheOthersIsTheOneThatCargoRuns() {
        manifest(
                "",
                "[workspace]\nmembers = [\"store\"]\n[package]\nname = \"shop\"\nversion = \"1.0.0\"\n"
                        + "[dependencies]\naxum = \"0.8\"");
        crate("store", "store", "[dependencies]\naxum = \"0.8\"");
        tree.with("src/main.rs", MAIN).with("store/src/bin/log-reader.rs", TOOL);
        assertThat(binary()).isEqualTo("shop");
    }

    @Test
    void twoServersInAWorkspaceAreATie() {
        manifest("", "[workspace]\nmembers = [\"*\"]");
        crate("one", "one", "[dependencies]\naxum = \"0.8\"");
        crate("two", "two", "[dependencies]\nwarp = \"0.4\"");
        tree.with("one/src/main.rs", MAIN).with("two/src/main.rs", MAIN);
        assertThat(answer(Hints.NONE).findings()).extracting(Finding::id).contains("FS-RUST-002");
    }

    @Test
    void aDevDependencyMakesNoServer() {
        crate("b", "shop", "[dev-dependencies]\naxum = \"0.8\"");
        tree.with("b/src/main.rs", TOOL);
        assertThat(new Detector(tree).survey().sites().get(0).kind()).isEqualTo(ServiceKind.WORKER);
    }

    @Test
    void aDesktopProgramIsNoBackEnd() {
        crate("src-tauri", "desk", "[dependencies]\ntauri = \"2\"\naxum = \"0.8\"");
        tree.with("src-tauri/src/main.rs", TOOL);
        assertThat(new Detector(tree).survey().sites().get(0).kind())
                .isEqualTo(ServiceKind.LIBRARY);
    }

    @Test
    void aLibraryThatNoStaticBinaryFindsIsNamedBeforeTheBuild() {
        crate("b", "shop", "");
        tree.with("b/src/main.rs", MAIN)
                .with(
                        "b/Cargo.lock",
                        """
                        [[package]]
                        name = "openssl-sys"
                        [[package]]
                        name = "libsqlite3-sys"
                        dependencies = ["cc", "pkg-config"]
                        """);
        assertThat(answer(Hints.NONE).findings())
                .singleElement()
                .satisfies(f -> assertThat(f.id()).isEqualTo("FS-RUST-007"))
                .satisfies(f -> assertThat(f.message()).contains("openssl-sys", "OpenSSL"));
    }

    @Test
    void aLibraryBuiltFromSourceIsFine() {
        crate("b", "shop", "");
        tree.with("b/src/main.rs", MAIN)
                .with(
                        "b/Cargo.lock",
                        "[[package]]\nname = \"pq-sys\"\n[[package]]\nname = \"pq-src\"\n");
        assertThat(answer(Hints.NONE).findings()).isEmpty();
        assertThat(facts().linked()).isEmpty();
    }

    @Test
    void aLibraryThatIsNotBuiltFromSourceIsLinkedOnDebian() {
        crate("b", "shop", "");
        tree.with("b/src/main.rs", MAIN).with("b/Cargo.lock", "[[package]]\nname = \"pq-sys\"\n");
        DebianLibraries linked = facts().linked().orElseThrow();
        assertThat(linked.build()).containsExactly("libpq-dev", "pkg-config");
        assertThat(linked.runtime()).containsExactly("libpq5");
        assertThat(answer(Hints.NONE).service().output()).contains("target/release/shop");
    }

    @Test
    void withoutALockFileTheManifestsSayWhatIsLinked() {
        crate("b", "shop", "[dependencies]\nopenssl = \"0.10\"");
        tree.with("b/src/main.rs", MAIN);
        assertThat(facts().linked().orElseThrow().runtime()).containsExactly("libssl3t64");
        crate(
                "b",
                "shop",
                "[dependencies]\nrusqlite = { version = \"1\", features = [\"bundled\"] }");
        assertThat(facts().linked()).isEmpty();
        crate(
                "b",
                "shop",
                "[dependencies]\ndiesel = { version = \"2\", features = [\"postgres\"] }");
        assertThat(facts().linked().orElseThrow().runtime()).containsExactly("libpq5");
    }

    @Test
    void knowsWhatIsEmbedded() {
        crate("b", "shop", "");
        tree.with(
                "b/src/main.rs",
                """
                #[derive(RustEmbed)]
                #[folder = "../frontend/dist/"]
                struct Pages;
                static MORE: Dir = include_dir!("$CARGO_MANIFEST_DIR/more");
                fn main() { sqlx::migrate!() }
                """);
        assertThat(facts().embedded()).containsExactly("b/migrations", "b/more", "frontend/dist");
    }

    @Test
    void takesAlongWhatTheSourcesName() {
        crate("b", "shop", "[dependencies]\nrocket = \"0.5\"");
        tree.with("b/src/main.rs", "fn main() { ServeDir::new(\"static\"); }")
                .with("b/static/a.css", "")
                .with("b/templates/a.html", "")
                .with("b/Rocket.toml", "")
                .with("b/.sqlx/query.json", "{}");
        assertThat(facts().assets()).containsExactly("Rocket.toml", "static", "templates");
        assertThat(facts().buildVariables()).containsEntry("SQLX_OFFLINE", "true");
        assertThat(answer(Hints.NONE).service().variables())
                .containsEntry("ROCKET_ADDRESS", "{host}")
                .containsEntry("ROCKET_PORT", "{port}");
    }

    @Test
    void theUserMayNameABinaryOfAnotherMember() {
        workspace();
        Sourced<String> start = new Sourced<>("cli", "fullstack.backendStart");
        Answer answer = answer(new Hints(Optional.of(start), Optional.empty(), false));
        assertThat(answer.service().path()).isEqualTo("crates/cli");
        assertThat(answer.service().start().entry()).contains("cli");
    }

    @Test
    void anOutputThatNamesNoBinaryIsNotIgnored() {
        crate("b", "shop", "");
        tree.with("b/src/main.rs", MAIN);
        Sourced<String> output = new Sourced<>("target/release/other", "fullstack.backendOutput");
        assertThat(answer(new Hints(Optional.empty(), Optional.of(output), false)).findings())
                .extracting(Finding::id)
                .contains("FS-RUST-003");
    }
}
