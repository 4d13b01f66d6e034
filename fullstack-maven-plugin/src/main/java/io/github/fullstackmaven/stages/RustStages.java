package io.github.fullstackmaven.stages;

import static io.github.fullstackmaven.stages.ShellCommand.shell;

import io.github.fullstackmaven.model.BuildFacts;
import io.github.fullstackmaven.model.DebianLibraries;
import io.github.fullstackmaven.model.Ecosystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Rust binary: static, or linked to the C library of Debian and what else its crates need. The
 * dependencies are compiled from a skeleton of the project, which does not change when the sources
 * do, so that their layer is used again.
 */
final class RustStages implements ServiceStages {

    /** Outside the sources, and wherever the project's own Cargo configuration may point. */
    static final String TARGET_DIRECTORY = "/build";

    private static final List<CacheMount> CACHES = Caches.of(Ecosystem.RUST);

    /** The image's toolchain builds; a toolchain file would make rustup fetch the same again. */
    private static final ShellCommand TOOLCHAIN =
            shell("export RUSTUP_TOOLCHAIN=\"${RUST_VERSION:-}\"");

    private static final String BUILD = "cargo build --release";
    private static final String BINARY = " --package %s --bin %s";
    private static final String STATIC = " --target \"$(uname -m)-unknown-linux-musl\"";

    /** Who may read private registries. */
    private static final List<SecretMount> SECRETS =
            List.of(new SecretMount("cargo", "/usr/local/cargo/credentials.toml"));

    private final Part part;
    private final BuildFacts.Rust facts;
    private final RustSources sources;
    private final LocalCrates local;
    private final KeptCrates kept;

    RustStages(Part part, BuildFacts.Rust facts) {
        this.part = part;
        this.facts = facts;
        this.sources = new RustSources(part, facts);
        this.local = new LocalCrates(part, facts);
        this.kept = new KeptCrates(part, facts);
    }

    @Override
    public List<Stage> stages() {
        List<Stage> stages = new ArrayList<>();
        stages.add(skeleton());
        if (!facts.lockfile()) {
            stages.add(resolution());
            stages.add(lockfile());
        }
        if (hasSkeleton()) {
            stages.add(dependencies());
        }
        stages.add(binary());
        return stages;
    }

    @Override
    public Needs needs() {
        return facts.linked()
                .map(libraries -> new Needs(Needs.RUNTIME, libraries.runtime(), List.of()))
                .orElse(Needs.NOTHING);
    }

    /** Some projects cannot be taken apart: their sources are there from the beginning. */
    private boolean hasSkeleton() {
        return !facts.skeleton().isEmpty();
    }

    private Stage skeleton() {
        List<Step> steps = new ArrayList<>(Caches.prepared(Ecosystem.RUST));
        steps.add(
                new Step.Env(
                        Map.of(
                                "CARGO_INCREMENTAL", "0",
                                "CARGO_NET_RETRY", "5",
                                "CARGO_PROFILE_RELEASE_STRIP", "symbols",
                                "CARGO_TARGET_DIR", TARGET_DIRECTORY)));
        if (!facts.buildVariables().isEmpty()) {
            steps.add(new Step.Env(facts.buildVariables()));
        }
        facts.linked()
                .map(DebianLibraries::build)
                .filter(packages -> !packages.isEmpty())
                .ifPresent(packages -> steps.add(DebianPackages.installed(packages)));
        steps.addAll(local.program());
        steps.addAll(kept.program());
        steps.add(new Step.Workdir(Sources.directory(facts.workspace())));
        steps.addAll(hasSkeleton() ? sources.manifests() : sources.everything());
        return new Stage(
                part.stage("skeleton"),
                hasSkeleton()
                        ? "The manifests of the back end with empty sources: all that its"
                                + " dependencies need."
                        : "The back end.",
                part.images().base(facts.linked().isPresent() ? "rust-glibc" : "rust"),
                steps);
    }

    private Stage resolution() {
        return new Stage(
                part.stage("resolution"),
                "The repository has no Cargo.lock: one is made from the manifests.",
                part.stage("skeleton"),
                List.of(
                        run(
                                TOOLCHAIN,
                                shell("{ test -f Cargo.lock || cargo generate-lockfile; }"))));
    }

    private Stage lockfile() {
        return new Stage(
                Build.lockfile(part.service()),
                "The generated Cargo.lock alone, to be exported.",
                Stage.SCRATCH,
                List.of(
                        Step.Copy.from(
                                part.stage("resolution"),
                                Sources.directory(facts.workspace()) + "/Cargo.lock",
                                "/")));
    }

    private Stage dependencies() {
        List<ShellCommand> commands = new ArrayList<>();
        commands.add(TOOLCHAIN);
        // It came so that there was something to copy; members may be all directories.
        // Where every directory is a member, not even an empty one may stay.
        commands.add(shell("rm -f .cargo/Cargo.toml"));
        commands.add(shell("{ rmdir .cargo 2> /dev/null || true; }"));
        commands.addAll(local.replacements());
        commands.addAll(kept.seeded());
        commands.add(shell(build() + BINARY, facts.packageName(), facts.binary()));
        commands.addAll(kept.kept());
        commands.addAll(local.withoutStandIns(target()));
        return new Stage(
                part.stage("dependencies"),
                "The dependencies of the back end, compiled; this layer survives a change of"
                        + " source.",
                resolved(),
                List.of(new Step.Run(kept.caches(CACHES), SECRETS, commands)));
    }

    private String resolved() {
        return facts.lockfile() ? part.stage("skeleton") : part.stage("resolution");
    }

    private Stage binary() {
        List<ShellCommand> commands = new ArrayList<>();
        commands.add(TOOLCHAIN);
        commands.addAll(local.restored());
        if (!facts.lockfile()) {
            // The generated lock has the skeleton's versions of the local packages.
            commands.add(
                    shell(
                            "{ cargo update --workspace --offline --quiet || cargo update"
                                    + " --workspace; }"));
        }
        commands.add(shell(build() + " --locked" + BINARY, facts.packageName(), facts.binary()));
        commands.addAll(local.kept());
        commands.add(shell("mkdir -p " + Sources.OUT));
        commands.add(
                shell(
                        "cp "
                                + TARGET_DIRECTORY
                                + (facts.linked().isPresent() ? "" : "/*-unknown-linux-musl")
                                + "/release/%s %s",
                        facts.binary(),
                        Sources.OUT + "/" + Program.name(part)));
        commands.addAll(Assets.copied(Sources.directory(part.service().path()), facts.assets()));
        Step build = new Step.Run(local.caches(CACHES), SECRETS, commands);
        List<Step> steps = new ArrayList<>();
        if (hasSkeleton()) {
            steps.addAll(sources.all());
        }
        EmbeddedPages.in(part, facts.embedded()).ifPresent(steps::addAll);
        steps.add(build);
        return new Stage(
                part.stage(),
                facts.linked().isPresent()
                        ? "The back end's one binary, linked to the libraries of Debian."
                        : "The back end's one binary, static.",
                hasSkeleton() ? part.stage("dependencies") : resolved(),
                steps);
    }

    private static Step run(ShellCommand... commands) {
        return new Step.Run(CACHES, SECRETS, List.of(commands));
    }

    private String build() {
        return BUILD + target();
    }

    private String target() {
        return facts.linked().isPresent() ? "" : STATIC;
    }
}
