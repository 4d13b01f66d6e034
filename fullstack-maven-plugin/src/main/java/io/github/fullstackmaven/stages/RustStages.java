package io.github.fullstackmaven.stages;

import static io.github.fullstackmaven.stages.ShellCommand.shell;

import io.github.fullstackmaven.model.BuildFacts;
import io.github.fullstackmaven.model.DebianLibraries;
import io.github.fullstackmaven.model.Ecosystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Rust binary: static, or linked to the C library of Debian and what else its crates need. The
 * dependencies are compiled from a skeleton of the project, which does not change when the sources
 * do, so that their layer is used again.
 */
final class RustStages implements ServiceStages {

    /** Outside the sources, and wherever the project's own Cargo configuration may point. */
    private static final String TARGET_DIRECTORY = "/build";

    private static final List<CacheMount> CACHES = Caches.of(Ecosystem.RUST);

    /** The generated program that keeps what was compiled of the repository's own packages. */
    static final String FILE = "fullstack-local-crates";

    private static final String KEPT = "/var/cache/fullstack-local-crates";

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
    private final String skeletonDirectory;

    RustStages(Part part, BuildFacts.Rust facts) {
        this.part = part;
        this.facts = facts;
        this.skeletonDirectory = part.generated().skeleton(part.service()) + "/";
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
        List<Step> steps = new ArrayList<>();
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
        if (facts.keepsLocalPackages()) {
            steps.add(
                    Step.Copy.of(List.of(part.generated().file(FILE)), "/usr/local/bin/")
                            .withMode("0755"));
        }
        steps.add(new Step.Workdir(Sources.directory(facts.workspace())));
        if (hasSkeleton()) {
            steps.add(
                    Step.Copy.of(List.of(skeletonDirectory), "./")
                            .andIfThere(List.of(Sources.file(facts.workspace(), "Cargo.lock"))));
            // Flags of the project's own: without them the dependencies would be compiled twice.
            steps.add(
                    Step.Copy.of(List.of(skeletonDirectory + "Cargo.toml"), "./.cargo/")
                            .andIfThere(
                                    List.of(
                                            Sources.file(facts.workspace(), ".cargo/config"),
                                            Sources.file(
                                                    facts.workspace(), ".cargo/config.toml"))));
        } else {
            steps.add(sources());
            if (!facts.lockfile()) {
                steps.add(
                        Step.Copy.of(List.of(Sources.file(facts.workspace(), "Cargo.toml")), "./")
                                .andIfThere(List.of(skeletonDirectory + "Cargo.lock")));
            }
        }
        return new Stage(
                part.stage("skeleton"),
                hasSkeleton()
                        ? "The manifests of the back end with empty sources: all that its"
                                + " dependencies need."
                        : "The back end.",
                part.images().base(facts.linked().isPresent() ? "rust-glibc" : "rust"),
                steps);
    }

    private Step sources() {
        return Step.Copy.of(List.of(Sources.content(facts.workspace())), "./");
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
        commands.add(shell(build() + BINARY, facts.packageName(), facts.binary()));
        if (facts.keepsLocalPackages()) {
            commands.addAll(withoutStandIns());
            commands.add(shell(FILE + " compiled " + TARGET_DIRECTORY));
        }
        return new Stage(
                part.stage("dependencies"),
                "The dependencies of the back end, compiled; this layer survives a change of"
                        + " source.",
                resolved(),
                List.of(new Step.Run(CACHES, SECRETS, commands)));
    }

    /** What came of the empty sources could be taken for newer than the true ones. */
    private List<ShellCommand> withoutStandIns() {
        String clean = "cargo clean --quiet --release";
        String packages = " --package %s".repeat(facts.localPackages().size());
        // What runs while it is built, macros and build scripts, is compiled for the builder.
        return Stream.of(clean, clean + target())
                .distinct()
                .map(command -> new ShellCommand(command + packages, facts.localPackages()))
                .toList();
    }

    /** Keeps what is compiled of the repository's own packages from build to build. */
    private ShellCommand local(String command) {
        return shell(FILE + " " + command + " " + TARGET_DIRECTORY + " /src " + KEPT);
    }

    private String resolved() {
        return facts.lockfile() ? part.stage("skeleton") : part.stage("resolution");
    }

    private Stage binary() {
        List<ShellCommand> commands = new ArrayList<>();
        commands.add(TOOLCHAIN);
        if (facts.keepsLocalPackages()) {
            // What is generated changes for other reasons than the sources do.
            commands.add(shell("rm -rf %s", "/src/" + part.generated().output()));
            commands.add(local("restore"));
        } else {
            // Copied files keep their old times, and Cargo would take the skeleton's for the newer
            // ones.
            commands.add(shell("find . -type f -name '*.rs' -exec touch {} +"));
        }
        if (!facts.lockfile()) {
            // The generated lock has the skeleton's versions of the local packages.
            commands.add(
                    shell(
                            "{ cargo update --workspace --offline --quiet || cargo update"
                                    + " --workspace; }"));
        }
        commands.add(shell(build() + " --locked" + BINARY, facts.packageName(), facts.binary()));
        if (facts.keepsLocalPackages()) {
            commands.add(local("keep"));
        }
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
        Step build = new Step.Run(caches(), SECRETS, commands);
        List<Step> steps = new ArrayList<>();
        if (hasSkeleton()) {
            steps.add(sources());
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

    /** The program that keeps looks at content, so that two repositories of one name may share. */
    private List<CacheMount> caches() {
        if (!facts.keepsLocalPackages()) {
            return CACHES;
        }
        List<CacheMount> caches = new ArrayList<>(CACHES);
        String id = FILE + "-" + part.application().name() + "-" + part.service().name();
        caches.add(new CacheMount(id, KEPT));
        return caches;
    }

    private String build() {
        return BUILD + target();
    }

    private String target() {
        return facts.linked().isPresent() ? "" : STATIC;
    }
}
