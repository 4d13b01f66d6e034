package io.github.fullstackmaven.detect.rust;

import io.github.fullstackmaven.detect.evidence.Answer;
import io.github.fullstackmaven.detect.evidence.Hints;
import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.detect.rules.Rule;
import io.github.fullstackmaven.detect.rules.RuleBook;
import io.github.fullstackmaven.detect.source.SourceFile;
import io.github.fullstackmaven.model.Accuracy;
import io.github.fullstackmaven.model.BuildFacts;
import io.github.fullstackmaven.model.Evidence;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Health;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.Start;
import io.github.fullstackmaven.model.ToolVersion;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks into a Rust site: which binary, which port, how it is built. */
public final class RustRefiner {
    /** Where Cargo leaves a static binary; on another architecture the image build says which. */
    private static final String STATIC = "target/x86_64-unknown-linux-musl/release/";

    private static final String LINKED = "target/release/";

    /** The rule by which a program takes its port from a variable. */
    public static final String PORT_VARIABLE = "rust.port-variable";

    private final Manifests manifests;
    private final RuleBook rules;

    public RustRefiner(Manifests manifests, RuleBook rules) {
        this.manifests = manifests;
        this.rules = rules;
    }

    /** Returns what was found. */
    public Answer answer(Site site, Hints hints) {
        Optional<CargoWorkspace> found = CargoWorkspace.of(manifests, site.path());
        if (found.isEmpty()) {
            return new Answer(unknown(site), List.of(), List.of());
        }
        CargoWorkspace workspace = found.get();
        RustProject project = new RustProject(manifests, workspace, rules);
        List<Finding> findings = new ArrayList<>(workspace.findings());
        BinaryChoice choice = project.choice(project.candidates(site.path(), hints));
        BinaryChoice whole = project.choice(project.candidates(workspace.root(), hints));
        boolean elsewhere = site.accuracy() != Accuracy.FORCED && !hints.ownBuild();
        Optional<BinaryChoice.Chosen> chosen =
                choice.choose(hints).or(() -> elsewhere ? whole.choose(hints) : Optional.empty());
        if (chosen.isEmpty()) {
            if (!hints.ownBuild()) {
                String manifest = RepositoryPath.join(site.path(), "Cargo.toml");
                findings.add((elsewhere ? whole : choice).undecided(hints, manifest));
            }
            return new Answer(unknown(site), List.of(), findings);
        }
        return answer(site, project, chosen.get(), findings);
    }

    private Answer answer(
            Site site, RustProject project, BinaryChoice.Chosen chosen, List<Finding> findings) {
        CargoWorkspace workspace = project.workspace();
        Binary binary = chosen.binary();
        String path = binary.crate().directory();
        List<Evidence> evidence = new ArrayList<>(site.evidence());
        evidence.add(new Evidence(binary.crate().manifestPath(), chosen.rule()));
        List<SourceFile> sources =
                new RustSources(manifests.tree()).of(binary, workspace.closure(binary.crate()));
        RuleBook.Verdict verdict = project.judge(binary.crate());
        PortReader reader = new PortReader(sources);
        Optional<Sourced<Integer>> port = port(path, reader.read(), verdict, findings);
        reader.variable()
                .ifPresent(
                        place ->
                                fileOf(place)
                                        .ifPresent(
                                                f -> evidence.add(new Evidence(f, PORT_VARIABLE))));
        port.ifPresent(
                p -> fileOf(p.source()).ifPresent(f -> evidence.add(new Evidence(f, "rust.port"))));
        Optional<Health> health = new HealthReader(sources).read();
        health.ifPresent(
                h ->
                        fileOf(h.source())
                                .ifPresent(f -> evidence.add(new Evidence(f, "rust.health"))));
        LoopbackReader.read(sources).ifPresent(place -> findings.add(loopback(place)));
        Optional<String> framework = verdict.conclusion().map(Rule::then).map(Rule.Then::framework);
        RustFacts details = new RustFacts(manifests, workspace, binary);
        BuildFacts.Rust facts = details.read(sources, framework);
        findings.addAll(details.findings());
        Service service =
                Service.at(path, ServiceKind.BACKEND, site.ecosystem())
                        .framework(framework)
                        .packageManager(Optional.of("cargo"))
                        .versions(versions(path, workspace, findings))
                        .build(List.of(command(workspace, binary)))
                        .output(Optional.of(output(workspace, binary, facts)))
                        .start(Start.ofBinary(binary.name()))
                        .port(port)
                        .health(health)
                        .variables(variables(framework))
                        .facts(facts)
                        .accuracy(site.accuracy())
                        .evidence(evidence.stream().distinct().toList())
                        .service();
        return new Answer(service, List.of(), findings);
    }

    private Optional<Sourced<Integer>> port(
            String path,
            List<PortReader.Found> ports,
            RuleBook.Verdict verdict,
            List<Finding> findings) {
        Optional<Sourced<Integer>> read = PortReader.best(ports);
        if (read.isEmpty()) {
            return RocketConfiguration.port(manifests, path)
                    .or(() -> verdict.conclusion().flatMap(Rule::usualPort));
        }
        List<PortReader.Found> rivals =
                ports.stream()
                        .filter(other -> other.rank() == ports.get(0).rank())
                        .filter(other -> other.port() != ports.get(0).port())
                        .toList();
        if (!rivals.isEmpty()) {
            findings.add(
                    Finding.warning(
                            "FS-RUST-010",
                            "the sources name port "
                                    + ports.get(0).port()
                                    + " ("
                                    + ports.get(0).source()
                                    + ") and port "
                                    + rivals.get(0).port()
                                    + " ("
                                    + rivals.get(0).source()
                                    + "); the first is used",
                            "set fullstack.backendPort"));
        }
        return read;
    }

    private static Finding loopback(String place) {
        int colon = place.lastIndexOf(':');
        return Finding.warning(
                        "FS-RUST-011",
                        "the server listens on the loopback address alone",
                        "bind to 0.0.0.0, or to the address in the variable HOST")
                .at(place.substring(0, colon), Integer.parseInt(place.substring(colon + 1)));
    }

    private List<ToolVersion> versions(
            String path, CargoWorkspace workspace, List<Finding> findings) {
        RustVersion reader = new RustVersion(manifests);
        Optional<ToolVersion> pinned = reader.pinned(path);
        findings.addAll(reader.findings());
        List<ToolVersion> versions = new ArrayList<>();
        pinned.ifPresent(versions::add);
        RustVersion.minimum(workspace)
                .map(v -> new ToolVersion("rust-minimum", v.value(), v.source()))
                .ifPresent(versions::add);
        return versions;
    }

    private static String command(CargoWorkspace workspace, Binary binary) {
        List<String> words = new ArrayList<>(List.of("cargo build --release --locked"));
        if (workspace.packages().size() > 1) {
            words.add("--package " + binary.crate().name());
        }
        words.add("--bin " + binary.name());
        List<String> features = binary.target().requiredFeatures();
        if (!features.isEmpty()) {
            words.add("--features " + String.join(",", features));
        }
        return String.join(" ", words);
    }

    private static String output(CargoWorkspace workspace, Binary binary, BuildFacts.Rust facts) {
        String directory = facts.linked().isPresent() ? LINKED : STATIC;
        return RepositoryPath.relative(
                binary.crate().directory(),
                RepositoryPath.join(workspace.root(), directory + binary.name()));
    }

    /** Where a framework that has its own names for it is told to listen. */
    private static Map<String, String> variables(Optional<String> framework) {
        return switch (framework.orElse("")) {
            case "rocket" -> Map.of("ROCKET_ADDRESS", "{host}", "ROCKET_PORT", "{port}");
            case "leptos" -> Map.of("LEPTOS_SITE_ADDR", "{host}:{port}");
            default -> Map.of();
        };
    }

    private static Optional<String> fileOf(String source) {
        int colon = source.lastIndexOf(':');
        return colon < 0 ? Optional.empty() : Optional.of(source.substring(0, colon));
    }

    private static Service unknown(Site site) {
        return Service.at(site.path(), ServiceKind.BACKEND, site.ecosystem())
                .framework(site.framework())
                .packageManager(Optional.of("cargo"))
                .accuracy(site.accuracy())
                .evidence(site.evidence())
                .service();
    }
}
