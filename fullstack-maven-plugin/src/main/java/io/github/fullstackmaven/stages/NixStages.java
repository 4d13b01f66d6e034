package io.github.fullstackmaven.stages;

import static io.github.fullstackmaven.stages.ShellCommand.shell;

import io.github.fullstackmaven.model.NixFacts;
import io.github.fullstackmaven.model.NodeFacts;
import io.github.fullstackmaven.model.Placeholders;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A service that the repository's flake builds: its package where it has one, else the usual
 * commands in its development shell. What a program refers to in the store comes along, so that it
 * needs nothing of the image around it.
 */
final class NixStages implements ServiceStages {
    /** The generated program that builds. */
    static final String FILE = "fullstack-nix";

    private static final String PROGRAM = "/usr/local/bin/" + FILE;
    private static final String STORE = "/nix/store/";
    private static final String CLOSURE = "/closure";

    private final Part part;
    private final Service service;
    private final NixFacts facts;

    NixStages(Part part, NixFacts facts) {
        this.part = part;
        this.service = part.service();
        this.facts = facts;
    }

    @Override
    public List<Stage> stages() {
        String nix = part.images().base("nix");
        List<Step> sources =
                List.of(
                        new Step.Workdir(Sources.directory(facts.flake())),
                        Step.Copy.of(List.of(Sources.content(facts.flake())), "./"),
                        Step.Run.of(shell("rm -rf %s", "/src/" + part.generated().output())));
        List<Step> steps = new ArrayList<>();
        steps.add(
                Step.Copy.of(List.of(part.generated().file(FILE)), "/usr/local/bin/")
                        .withMode("0755"));
        steps.add(new Step.Workdir(Sources.directory(facts.flake())));
        steps.add(Step.Copy.of(manifests(), "./"));
        steps.add(new Step.Exec(List.of(PROGRAM, "prepare", Sources.directory(facts.flake()))));
        // Without what is generated: else the policy's hashes would build everything again.
        steps.add(Step.Copy.from(part.stage("sources"), "/src/", "/src/"));
        steps.add(new Step.Workdir(Sources.directory(service.path())));
        Map<String, String> variables = variables();
        if (!variables.isEmpty()) {
            steps.add(new Step.Env(variables));
        }
        steps.add(new Step.Exec(build()));
        if (facts.program().isEmpty()) {
            steps.add(CollectedPages.tidied());
        }
        return List.of(
                new Stage(part.stage("sources"), "What the flake builds from.", nix, sources),
                new Stage(part.stage(), "Built by the repository's flake.", nix, steps));
    }

    private List<String> manifests() {
        List<String> manifests = new ArrayList<>();
        manifests.add(Sources.file(facts.flake(), "flake.nix"));
        if (facts.lockfile()) {
            manifests.add(Sources.file(facts.flake(), "flake.lock"));
        }
        return manifests;
    }

    private List<String> build() {
        List<String> argv = new ArrayList<>();
        argv.add(PROGRAM);
        argv.add(facts.program().isPresent() ? "program" : "pages");
        argv.add(Sources.directory(facts.flake()));
        argv.add(String.join(" ", facts.packages()));
        argv.add(service.output().orElse("."));
        facts.program()
                .ifPresent(
                        start -> {
                            argv.add(Program.name(part));
                            argv.addAll(start.kind().equals("binary") ? List.of() : filled(start));
                            argv.add("--");
                        });
        argv.addAll(service.install());
        argv.addAll(service.build());
        return argv;
    }

    private List<String> filled(Start start) {
        Placeholders placeholders = Placeholders.of(service, part.application().layout());
        return start.argv().stream().map(placeholders::fill).toList();
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>();
        if (facts.otherwise() instanceof NodeFacts node) {
            variables.putAll(node.environment());
            node.apiBases().forEach(b -> variables.put(b.variable(), b.value(part.apiPrefix())));
        }
        return variables;
    }

    @Override
    public Needs needs() {
        return facts.program().isEmpty()
                ? Needs.NOTHING
                : new Needs(
                        Needs.ANY,
                        List.of(),
                        List.of(Step.Copy.from(part.stage(), CLOSURE + STORE, STORE)));
    }
}
