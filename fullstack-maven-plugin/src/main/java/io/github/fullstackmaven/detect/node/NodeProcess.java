package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.detect.evidence.Hints;
import io.github.fullstackmaven.detect.evidence.OwnPages;
import io.github.fullstackmaven.detect.source.Procfile;
import io.github.fullstackmaven.detect.source.ProcfileWorkers;
import io.github.fullstackmaven.model.Evidence;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.NodeFacts;
import io.github.fullstackmaven.model.NodeProgram;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.Start;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What runs: how it is built, started and reached. */
final class NodeProcess {
    private final Tree tree;
    private final PackageJson project;
    private final Workspace workspace;
    private final Installation installation;
    private final Framework framework;
    private final JsSources sources;
    private final Optional<NxProject> nx;
    private final Optional<OwnServer> own;
    private final List<Finding> findings = new ArrayList<>();

    NodeProcess(
            Tree tree,
            PackageJson project,
            Workspace workspace,
            Installation installation,
            Framework framework,
            JsSources sources,
            Optional<NxProject> nx,
            Optional<OwnServer> own) {
        this.tree = tree;
        this.project = project;
        this.workspace = workspace;
        this.installation = installation;
        this.framework = framework;
        this.sources = sources;
        this.nx = nx;
        this.own = own;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Returns the service with all that makes it a process. */
    Service over(
            Service found,
            BuildCommands build,
            NativePackages packages,
            Hints hints,
            Optional<OwnPages> pages) {
        Optional<Started> started =
                nx.map(NxBuild::new)
                        .map(NxBuild::started)
                        .or(() -> own.map(OwnServer::started))
                        .or(
                                () ->
                                        new StartFinder(
                                                        tree,
                                                        project,
                                                        installation.tool(),
                                                        found.framework(),
                                                        framework)
                                                .find());
        if (started.isEmpty()) {
            if (hints.start().isEmpty() && !hints.ownBuild()) {
                findings.add(noStart());
            }
            return found.but().build(build.commands(false)).service();
        }
        List<Started> others =
                Procfile.in(tree, project.directory()).stream().flatMap(this::others).toList();
        ProgramParts parts =
                new ProgramParts(
                        tree,
                        project,
                        workspace,
                        framework,
                        started.get(),
                        others,
                        nx,
                        own.map(server -> ownPart(server, pages)));
        boolean compiles = parts.isCompiled() && project.declares("typescript");
        NodeProgram program = parts.program(installation, packages);
        if (program instanceof NodeProgram.Installed && parts.needsDevelopment()) {
            findings.add(developmentTool(parts.development()));
        }
        List<Evidence> evidence = new ArrayList<>(found.evidence());
        evidence.add(started.get().evidence());
        Optional<String> output = parts.isCompiled() ? parts.output() : Optional.<String>empty();
        NodeFacts facts = (NodeFacts) found.facts();
        boolean pagesAlone = pages.filter(of -> !of.served()).isPresent() && !parts.isCompiled();
        Service service =
                found.but()
                        .build(pagesAlone ? build.preparing() : build.commands(compiles))
                        .output(output)
                        .start(inHome(started.get(), program))
                        .facts(with(facts, output, program))
                        .evidence(evidence)
                        .variables(NodeRefiner.variables(framework, Optional.empty()))
                        .service();
        return found.kind() == ServiceKind.WORKER ? service : listening(service, started.get());
    }

    private ProgramParts.OwnPart ownPart(OwnServer server, Optional<OwnPages> pages) {
        return new ProgramParts.OwnPart(
                pages.filter(OwnPages::served).map(OwnPages::output), server.development(project));
    }

    private Stream<Started> others(Procfile file) {
        return file.workers().stream()
                .map(line -> Started.of(project, file, line))
                .flatMap(Optional::stream);
    }

    /** Returns the other processes of the program, by its {@code Procfile}. */
    List<Service> workers(Service service) {
        if (!(service.facts() instanceof NodeFacts facts) || facts.program().isEmpty()) {
            return List.of();
        }
        NodeProgram program = facts.program().get();
        return ProcfileWorkers.beside(
                tree,
                service,
                (file, line) -> Started.of(project, file, line).map(s -> inHome(s, program)));
    }

    private NodeFacts with(NodeFacts facts, Optional<String> output, NodeProgram program) {
        List<String> built =
                output.filter(name -> !name.equals(RepositoryPath.ROOT))
                        .map(
                                name ->
                                        workspace.relative(
                                                RepositoryPath.join(project.directory(), name)))
                        .map(name -> List.of(name))
                        .orElse(List.of());
        return new NodeFacts(
                facts.workspace(),
                facts.setup(),
                facts.lockfile(),
                facts.manifests(),
                facts.packages(),
                facts.installEnvironment(),
                facts.environment(),
                facts.caches(),
                facts.apiBases(),
                facts.publicVariables(),
                built,
                Optional.of(program));
    }

    /** A member of workspaces keeps its place in them, since others are linked from there. */
    private Start inHome(Started started, NodeProgram program) {
        String member = workspace.relative(project.directory());
        Start start = started.start();
        if (program instanceof NodeProgram.NextServer) {
            String file = member.equals(RepositoryPath.ROOT) ? "server.js" : member + "/server.js";
            return new Start(start.kind(), List.of("node", file), start.entry());
        }
        boolean above = member.equals(RepositoryPath.ROOT) || nx.isPresent();
        if (program instanceof NodeProgram.Bundled || above) {
            return start;
        }
        List<String> argv = new ArrayList<>(List.of("env", "--chdir=" + member));
        argv.addAll(start.argv());
        return new Start(start.kind(), argv, start.entry());
    }

    private Service listening(Service service, Started started) {
        Optional<ServerPort.Found> listen =
                service.kind() == ServiceKind.BACKEND ? port(ofProgram(started)) : Optional.empty();
        ConfiguredPort configured = new ConfiguredPort(tree, project.directory());
        Optional<String> variable = listen.flatMap(found -> found.expression().variable());
        Optional<Sourced<Integer>> port =
                started.port()
                        .map(number -> new Sourced<>(number, project.path() + ": scripts"))
                        .or(() -> configured.of(framework))
                        .or(() -> listen.flatMap(NodeProcess::number))
                        .or(() -> byFramework(variable));
        List<Evidence> evidence = new ArrayList<>(service.evidence());
        variable.ifPresent(
                name ->
                        evidence.add(
                                new Evidence(
                                        file(listen.orElseThrow().place()), "node.port-variable")));
        listen.ifPresent(found -> unreachable(service, found));
        return service.but()
                .port(port)
                .variables(NodeRefiner.variables(framework, variable))
                .health(HealthRoute.of(tree, project.directory(), sources))
                .evidence(evidence)
                .service();
    }

    private static Optional<ServerPort.Found> port(JsSources sources) {
        return new ServerPort(sources.own()).read().or(() -> new ServerPort(sources).read());
    }

    /** What is started counts before the tools and examples beside it. */
    private JsSources ofProgram(Started started) {
        return OwnServer.sources(tree, project, started).stream()
                .findFirst()
                .flatMap(file -> ImportedSources.of(tree, file))
                .map(imported -> sources.after(imported.files()))
                .orElse(sources);
    }

    private static Optional<Sourced<Integer>> number(ServerPort.Found found) {
        return found.expression().number().isPresent()
                ? Optional.of(new Sourced<>(found.expression().number().getAsInt(), found.place()))
                : Optional.empty();
    }

    /** A port that the program is given by its environment may be any. */
    private Optional<Sourced<Integer>> byFramework(Optional<String> variable) {
        return variable.isPresent()
                ? Optional.empty()
                : framework.port().map(port -> new Sourced<>(port, Sourced.DEFAULT));
    }

    private void unreachable(Service service, ServerPort.Found found) {
        boolean fastify =
                service.framework().filter("fastify"::equals).isPresent()
                        && !found.arguments().isEmpty()
                        && !found.hasHost();
        if (found.isLoopback() || fastify) {
            String place = found.place();
            findings.add(
                    Finding.warning(
                                    "FS-NODE-010",
                                    "the server binds to the loopback address, where another"
                                            + " container does not reach it",
                                    "bind to process.env.HOST, which is set to the right address")
                            .at(file(place), line(place)));
        }
    }

    private static String file(String place) {
        return place.substring(0, place.lastIndexOf(':'));
    }

    private static int line(String place) {
        return Integer.parseInt(place.substring(place.lastIndexOf(':') + 1));
    }

    private Finding noStart() {
        return Finding.error(
                        "FS-NODE-011",
                        "no start script, main or file of a usual name says how the program is"
                                + " started",
                        "add \"start\": \"node FILE\" to the scripts, or set fullstack.backendStart")
                .at(project.path());
    }

    private Finding developmentTool(List<String> names) {
        return Finding.warning(
                        "FS-NODE-012",
                        "the program needs "
                                + String.join(", ", names)
                                + " when it runs, declared for development; all development"
                                + " dependencies go into the image",
                        "move it to dependencies, or start a compiled file with node")
                .at(project.path());
    }
}
