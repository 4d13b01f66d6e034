package io.github.fullstackmaven.stages;

import static io.github.fullstackmaven.stages.ShellCommand.shell;

import io.github.fullstackmaven.model.Ecosystem;
import io.github.fullstackmaven.model.GoFacts;
import io.github.fullstackmaven.model.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Go binary: static, unless C takes part. The modules are downloaded by the manifests alone; what
 * was compiled before is in a cache.
 */
final class GoStages implements ServiceStages {
    private static final List<CacheMount> CACHES = Caches.of(Ecosystem.GO);

    /** Who may read private modules. */
    private static final List<SecretMount> SECRETS = List.of(new SecretMount("go", "/root/.netrc"));

    private final Part part;
    private final Service service;
    private final GoFacts facts;

    GoStages(Part part, GoFacts facts) {
        this.part = part;
        this.service = part.service();
        this.facts = facts;
    }

    @Override
    public List<Stage> stages() {
        return List.of(dependencies(), binary());
    }

    @Override
    public Needs needs() {
        return facts.cgo()
                ? new Needs(Needs.RUNTIME, facts.runtimePackages(), List.of())
                : Needs.NOTHING;
    }

    private Stage dependencies() {
        List<Step> steps = new ArrayList<>();
        steps.add(
                new Step.Env(
                        Map.of(
                                "CGO_ENABLED", facts.cgo() ? "1" : "0",
                                "GOFLAGS", facts.vendored() ? "-mod=vendor" : "-mod=readonly",
                                "GOTOOLCHAIN", "local")));
        if (!facts.buildPackages().isEmpty()) {
            steps.add(DebianPackages.installed(facts.buildPackages()));
        }
        steps.add(new Step.Workdir(Sources.directory(facts.directory())));
        if (!facts.vendored() && !facts.manifests().isEmpty()) {
            ManifestFiles.byDirectory(facts.manifests())
                    .forEach(
                            (directory, files) ->
                                    steps.add(
                                            Step.Copy.of(
                                                    files.stream().map(this::inContext).toList(),
                                                    directory)));
            inModule(steps);
            steps.add(new Step.Run(CACHES, SECRETS, List.of(shell("go mod download"))));
        }
        return new Stage(
                part.stage("dependencies"),
                "The modules of " + service.name() + ", by its manifests alone.",
                part.images().base("go"),
                steps);
    }

    private Stage binary() {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.Workdir(Sources.directory(facts.directory())));
        steps.add(Step.Copy.of(List.of(Sources.content(facts.directory())), "./"));
        embedded().ifPresent(steps::addAll);
        inModule(steps);
        List<ShellCommand> commands = new ArrayList<>();
        commands.add(
                shell(
                        "go build -trimpath -ldflags='-s -w -buildid=' -o %s %s",
                        Sources.OUT + "/" + Program.name(part), facts.target()));
        commands.addAll(Assets.copied(".", facts.assets()));
        steps.add(new Step.Run(CACHES, SECRETS, commands));
        return new Stage(
                part.stage(),
                facts.cgo()
                        ? "The one binary of " + service.name() + ", linked to the C library."
                        : "The one binary of " + service.name() + ", static.",
                part.stage("dependencies"),
                steps);
    }

    /** Pages that the binary takes into itself are built before it. */
    private Optional<List<Step>> embedded() {
        return EmbeddedPages.in(part, facts.embedded());
    }

    private void inModule(List<Step> steps) {
        if (!service.path().equals(facts.directory())) {
            steps.add(new Step.Workdir(Sources.directory(service.path())));
        }
    }

    private String inContext(String manifest) {
        return Sources.file(facts.directory(), manifest);
    }
}
