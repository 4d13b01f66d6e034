package io.github.fullstackmaven.detect.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fullstackmaven.detect.evidence.Answer;
import io.github.fullstackmaven.detect.evidence.DevProxy;
import io.github.fullstackmaven.detect.evidence.Hints;
import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.detect.evidence.OwnPages;
import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.detect.rules.RuleBook;
import io.github.fullstackmaven.model.BuildCache;
import io.github.fullstackmaven.model.Evidence;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.NodeFacts;
import io.github.fullstackmaven.model.NodeProgram;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.model.Start;
import io.github.fullstackmaven.model.ToolVersion;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Looks into a Node.js site: pages that are built, or a program that answers. */
public final class NodeRefiner {
    private final Manifests manifests;
    private final RuleBook rules;
    private final NodeReleases releases = NodeReleases.load();

    public NodeRefiner(Manifests manifests, RuleBook rules) {
        this.manifests = manifests;
        this.rules = rules;
    }

    /** Returns what was found. */
    public Answer answer(Site site, Hints hints) {
        PackageJson project = PackageJson.of(manifests, site.path()).orElseThrow();
        Workspace workspace = Workspace.of(manifests, project);
        Installation installation = new Installation(manifests, project, workspace);
        Framework framework = Framework.of(site.framework(), site.kind(), project);
        Framework building =
                site.pages()
                        .filter(OwnPages::served)
                        .map(pages -> ofPages(pages, project))
                        .orElse(framework);
        Optional<NxProject> nx = NxProject.of(manifests, site.path());
        Optional<OwnServer> own = site.pages().flatMap(p -> ownServer(project, installation));
        BuildCommands build =
                new BuildCommands(
                        manifests.tree(), project, workspace, installation.tool(), building, nx);
        NodeVersion version = new NodeVersion(manifests, releases);
        List<DevProxy> proxies = DevProxies.of(manifests.tree(), project, nx);
        JsSources all =
                JsSources.of(manifests.tree(), site.path())
                        .and(manifests.tree(), nx.map(NxProject::libraries).orElse(List.of()));
        JsSources sources = own.map(s -> JsSources.of(s.sources().files())).orElse(all);

        List<Finding> findings = new ArrayList<>(installation.findings());
        List<Evidence> evidence = new ArrayList<>(site.evidence());
        evidence.add(installation.manager().evidence());
        proxies.forEach(proxy -> evidence.add(new Evidence(proxy.file(), "node.dev-proxy")));
        ServerEntry entry = new ServerEntry(manifests.tree(), project, site.framework(), framework);
        if (site.kind() == ServiceKind.SSR_FRONTEND) {
            entry.finding().ifPresent(findings::add);
        }
        Map<String, String> environment = new TreeMap<>(building.environment());
        environment.putAll(entry.environment());
        nx.ifPresent(shared -> environment.putAll(NxProject.ENVIRONMENT));
        ToolVersion node = version.of(project, workspace.root());
        Optional<OldWebpack> old = OldWebpack.of(project, node);
        old.ifPresent(webpack -> environment.putAll(webpack.environment()));
        old.map(OldWebpack::finding).ifPresent(findings::add);
        NativePackages packages =
                NativePackages.of(workspace, project, npmLock(workspace, installation));
        Service service =
                Service.at(site.path(), site.kind(), site.ecosystem())
                        .framework(site.framework())
                        .packageManager(Optional.of(installation.tool().id()))
                        .versions(List.of(node))
                        .install(installation.commands())
                        .facts(
                                facts(
                                        workspace,
                                        installation,
                                        environment,
                                        hints.ownBuild() || nx.isPresent()
                                                ? List.of()
                                                : new BuildCaches(
                                                                manifests.tree(), project, building)
                                                        .of(build.script()),
                                        packages,
                                        PublicVariables.of(all)))
                        .accuracy(site.accuracy())
                        .evidence(evidence.stream().distinct().toList())
                        .service();
        findings.addAll(version.findings());
        List<Service> workers = List.of();
        if (site.kind() == ServiceKind.STATIC_FRONTEND) {
            service = pages(service, project, build, framework, nx, findings);
        } else {
            NodeProcess process =
                    new NodeProcess(
                            manifests.tree(),
                            project,
                            workspace,
                            installation,
                            framework,
                            sources,
                            nx,
                            own);
            service = process.over(service, build, packages, hints, site.pages());
            site.pages()
                    .filter(OwnPages::served)
                    .ifPresent(pages -> findings.add(servesPages(pages, project)));
            findings.addAll(process.findings());
            workers = process.workers(service);
        }
        return new Answer(service, workers, proxies, findings);
    }

    private Optional<JsonNode> npmLock(Workspace workspace, Installation installation) {
        return installation
                .lockName()
                .filter(name -> name.endsWith(".json"))
                .flatMap(name -> manifests.json(RepositoryPath.join(workspace.directory(), name)));
    }

    private Optional<OwnServer> ownServer(PackageJson project, Installation installation) {
        return OwnServer.of(
                manifests.tree(),
                project,
                installation.tool(),
                rules.dependencies(ServiceKind.BACKEND));
    }

    private static Framework ofPages(OwnPages pages, PackageJson project) {
        return Framework.of(Optional.of(pages.framework()), ServiceKind.STATIC_FRONTEND, project);
    }

    private static Finding servesPages(OwnPages pages, PackageJson project) {
        return Finding.info(
                        "FS-NODE-015",
                        "one package is both pages and their server: it serves what the build"
                                + " leaves in "
                                + pages.output()
                                + ", and answers / and all else",
                        "nothing has to be done; to have the gateway serve the pages, set"
                                + " fullstack.frontendDir to that directory")
                .at(project.path());
    }

    private static NodeFacts facts(
            Workspace workspace,
            Installation installation,
            Map<String, String> environment,
            List<BuildCache> caches,
            NativePackages packages,
            PublicVariables variables) {
        return new NodeFacts(
                workspace.directory(),
                installation.setup(),
                installation.lockName(),
                installation.manifests(),
                packages.build(),
                installation.environment(),
                environment,
                caches,
                variables.apiBases(),
                variables.others(),
                List.of(),
                Optional.<NodeProgram>empty());
    }

    private Service pages(
            Service service,
            PackageJson project,
            BuildCommands build,
            Framework framework,
            Optional<NxProject> nx,
            List<Finding> findings) {
        Optional<ViteConfig> vite = ViteConfig.of(manifests.tree(), project.directory());
        vite.flatMap(ViteConfig::base).ifPresent(base -> unservedBase(base, vite.get(), findings));
        Optional<String> output =
                nx.map(NxBuild::new)
                        .flatMap(NxBuild::pages)
                        .or(
                                () ->
                                        new PageOutput(
                                                        manifests.tree(),
                                                        project,
                                                        framework,
                                                        build.text())
                                                .read());
        return service.but()
                .build(build.commands(false))
                .output(output)
                .start(new Start("static", List.of(), output))
                .service();
    }

    private static void unservedBase(String base, ViteConfig vite, List<Finding> findings) {
        if (base.startsWith("/") && base.length() > 1) {
            findings.add(
                    Finding.warning(
                                    "FS-NODE-008",
                                    "base is " + base + ", but the pages are served at /",
                                    "remove base, or make it ./ or /")
                            .at(vite.file()));
        }
    }

    /** Returns what is told to a process, the framework's own words first. */
    static Map<String, String> variables(Framework framework, Optional<String> portVariable) {
        Map<String, String> variables = new TreeMap<>(framework.variables());
        variables.put("NODE_ENV", "production");
        portVariable
                .filter(name -> !name.equals("PORT"))
                .ifPresent(name -> variables.put(name, "{port}"));
        return variables;
    }
}
