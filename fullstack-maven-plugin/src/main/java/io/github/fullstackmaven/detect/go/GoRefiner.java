package io.github.fullstackmaven.detect.go;

import io.github.fullstackmaven.detect.evidence.Answer;
import io.github.fullstackmaven.detect.evidence.Hints;
import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.detect.rules.RuleBook;
import io.github.fullstackmaven.detect.source.NamedAssets;
import io.github.fullstackmaven.detect.source.SourceFile;
import io.github.fullstackmaven.model.Evidence;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.GoFacts;
import io.github.fullstackmaven.model.Health;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.Start;
import io.github.fullstackmaven.model.ToolVersion;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Looks into a Go site: which program, which port, what goes into it, how it is built. */
public final class GoRefiner {
    /** The rule by which a program takes its port from a variable. */
    public static final String PORT_VARIABLE = "go.port-variable";

    private static final List<String> BEEGO_ASSETS = List.of("conf", "static", "views");

    private final Manifests manifests;
    private final RuleBook rules;

    public GoRefiner(Manifests manifests, RuleBook rules) {
        this.manifests = manifests;
        this.rules = rules;
    }

    /** Returns what was found. */
    public Answer answer(Site site, Hints hints) {
        Optional<GoProject> found = GoProject.of(manifests, rules, site.path());
        if (found.isEmpty()) {
            return new Answer(unknown(site), List.of(), List.of());
        }
        GoProject project = found.get();
        List<Finding> findings = new ArrayList<>(project.workspace().findings());
        List<String> programs =
                project.packages().programs(project.module()).stream()
                        .filter(program -> RepositoryPath.isWithin(program, site.path()))
                        .toList();
        ProgramChoice choice = new ProgramChoice(project.module(), programs, project::serves);
        GoProcfile procfile = new GoProcfile(manifests.tree(), project.module(), choice);
        Optional<ProgramChoice.Chosen> chosen =
                choice.choose(hints, procfile.web().map(GoProcfile.Command::program));
        if (chosen.isEmpty()) {
            if (!hints.ownBuild()) {
                findings.add(choice.undecided(hints));
            }
            Optional<Sourced<Integer>> port =
                    new GoPortChoice(manifests.tree(), project.module())
                            .configured(site.framework());
            return new Answer(unknown(site).but().port(port).service(), List.of(), findings);
        }
        Service service = service(site, project, choice, chosen.get(), findings);
        Optional<GoProcfile.Command> web =
                procfile.web().filter(p -> p.program().equals(chosen.get().directory()));
        List<Service> workers = new ArrayList<>();
        for (GoProcfile.Command worker : procfile.workers()) {
            Service own =
                    worker.program().equals(chosen.get().directory())
                            ? service
                            : service(
                                    site,
                                    project,
                                    choice,
                                    new ProgramChoice.Chosen(
                                            worker.program(), ProgramChoice.PROCFILE),
                                    new ArrayList<>());
            workers.add(own.worker(worker.type(), worker.start()));
        }
        return new Answer(
                web.map(process -> service.but().start(process.start()).service()).orElse(service),
                workers,
                List.of(),
                findings);
    }

    private Service service(
            Site site,
            GoProject project,
            ProgramChoice choice,
            ProgramChoice.Chosen chosen,
            List<Finding> findings) {
        GoModule module = project.module();
        List<GoFile> closure = project.packages().closure(chosen.directory());
        List<SourceFile> sources = closure.stream().map(GoFile::source).toList();
        RuleBook.Verdict verdict = project.judge(chosen.directory(), closure);
        Optional<String> framework = verdict.conclusion().map(rule -> rule.then().framework());
        Set<Evidence> evidence = new LinkedHashSet<>(site.evidence());
        closure.stream()
                .findFirst()
                .ifPresent(f -> evidence.add(new Evidence(f.source().path(), chosen.rule())));
        evidence.addAll(verdict.evidence());
        GoPorts reader = new GoPorts(sources);
        GoPortChoice ports = new GoPortChoice(manifests.tree(), module);
        Optional<Sourced<Integer>> port = ports.of(reader.read(), framework, verdict);
        findings.addAll(ports.findings());
        Optional<GoPorts.Variable> variable = reader.variable();
        variable.ifPresent(v -> evidence.add(new Evidence(file(v.source()), PORT_VARIABLE)));
        port.filter(p -> p.source().contains(":"))
                .ifPresent(p -> evidence.add(new Evidence(file(p.source()), "go.port")));
        Optional<Health> health = new GoHealth(sources).read();
        health.ifPresent(h -> evidence.add(new Evidence(file(h.source()), "go.health")));
        GoLoopback.read(sources).ifPresent(place -> findings.add(loopback(place)));
        String name = choice.name(chosen.directory());
        GoFacts facts = facts(project, chosen.directory(), closure, framework, evidence);
        GoVersion version = new GoVersion(manifests);
        List<ToolVersion> versions = version.of(module);
        findings.addAll(version.findings());
        ServiceKind kind = verdict.conclusion().map(rule -> rule.then().kind()).orElse(site.kind());
        return Service.at(module.directory(), kind, site.ecosystem())
                .framework(framework)
                .packageManager(Optional.of("go"))
                .versions(versions)
                .install(install(module, facts))
                .build(List.of(command(facts, name)))
                .output(Optional.of(name))
                .start(Start.ofBinary(name))
                .port(port)
                .health(health)
                .variables(variables(variable))
                .facts(facts)
                .accuracy(site.accuracy())
                .evidence(List.copyOf(evidence))
                .service();
    }

    /** {@code PORT} is there for everybody. */
    private static Map<String, String> variables(Optional<GoPorts.Variable> variable) {
        return variable.map(GoPorts.Variable::name)
                .filter(name -> !name.equals("PORT"))
                .map(name -> Map.of(name, "{port}"))
                .orElse(Map.of());
    }

    private GoFacts facts(
            GoProject project,
            String program,
            List<GoFile> closure,
            Optional<String> framework,
            Set<Evidence> evidence) {
        Tree tree = manifests.tree();
        GoModule module = project.module();
        NativeModules.Linking linking =
                NativeModules.of(tree, project.workspace(), module, closure);
        linking.cause().ifPresent(file -> evidence.add(new Evidence(file, "go.cgo")));
        List<String> embedded = new GoEmbeds(tree).directories(closure);
        Set<String> assets =
                new TreeSet<>(
                        new NamedAssets(tree, module.directory())
                                .in(closure.stream().map(GoFile::source).toList()));
        if (framework.equals(Optional.of("beego"))) {
            assets.addAll(BEEGO_ASSETS);
        }
        assets.removeIf(
                path -> {
                    String whole = RepositoryPath.join(module.directory(), path);
                    return embedded.contains(whole) || !tree.isDirectory(whole);
                });
        return new GoFacts(
                project.workspace().root(),
                project.workspace().manifests(),
                target(module, program),
                linking.cause().isPresent(),
                project.workspace().isVendored(module),
                embedded,
                List.copyOf(assets),
                linking.build(),
                linking.runtime());
    }

    /** Without a module only files can be named. */
    private static String target(GoModule module, String program) {
        if (module.manifest().isEmpty()) {
            return "main.go";
        }
        String way = RepositoryPath.relative(module.directory(), program);
        return way.equals(RepositoryPath.ROOT) ? "." : "./" + way;
    }

    private static List<String> install(GoModule module, GoFacts facts) {
        return module.manifest().isEmpty() || facts.vendored()
                ? List.of()
                : List.of("go mod download");
    }

    private static String command(GoFacts facts, String name) {
        return "go build -trimpath -ldflags=\"-s -w -buildid=\""
                + (facts.vendored() ? " -mod=vendor" : "")
                + " -o "
                + name
                + " "
                + facts.target();
    }

    private static Finding loopback(String place) {
        int colon = place.lastIndexOf(':');
        return Finding.warning(
                        "FS-GO-011",
                        "the server listens on the loopback address alone",
                        "listen on :port, or on the address in the variable HOST")
                .at(place.substring(0, colon), Integer.parseInt(place.substring(colon + 1)));
    }

    private static String file(String source) {
        return source.substring(0, source.lastIndexOf(':'));
    }

    private static Service unknown(Site site) {
        return Service.at(site.path(), site.kind(), site.ecosystem())
                .framework(site.framework())
                .packageManager(Optional.of("go"))
                .accuracy(site.accuracy())
                .evidence(site.evidence())
                .service();
    }
}
