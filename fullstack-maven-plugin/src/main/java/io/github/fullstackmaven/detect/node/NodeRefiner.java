package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.detect.evidence.Answer;
import io.github.fullstackmaven.detect.evidence.DevProxy;
import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.model.BuildFacts;
import io.github.fullstackmaven.model.Evidence;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.Start;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks into a Node.js site that Vite builds. */
public final class NodeRefiner {
    private final Manifests manifests;
    private final NodeReleases releases = NodeReleases.load();

    public NodeRefiner(Manifests manifests) {
        this.manifests = manifests;
    }

    /** Returns what was found. */
    public Answer answer(Site site) {
        PackageJson project = PackageJson.of(manifests, site.path()).orElseThrow();
        List<Finding> findings = new ArrayList<>();
        List<Evidence> evidence = new ArrayList<>(site.evidence());
        PackageManagers managers = new PackageManagers(manifests);
        PackageManager manager = managers.of(project);
        evidence.add(new Evidence(manager.file(), manager.rule()));
        findings.addAll(managers.findings());
        NodeVersion version = new NodeVersion(manifests, releases);
        Optional<ViteConfig> vite = ViteConfig.of(manifests.tree(), site.path());
        List<DevProxy> proxies = vite.map(ViteConfig::proxies).orElse(List.of());
        proxies.forEach(proxy -> evidence.add(new Evidence(proxy.file(), "node.vite.proxy")));
        NpmLock lock = new NpmLock(manifests, project);
        boolean install = false;
        if (!manager.isNpm()) {
            findings.add(notNpm(project, manager));
        } else {
            install = true;
            findings.addAll(lock.findings());
            memberOfWorkspaces(project).ifPresent(findings::add);
        }
        vite.flatMap(ViteConfig::base).ifPresent(base -> unservedBase(base, vite.get(), findings));
        ViteBuild build = ViteBuild.of(project, vite);
        Service service =
                Service.at(site.path(), site.kind(), site.ecosystem())
                        .framework(site.framework())
                        .packageManager(Optional.of(manager.name()))
                        .versions(List.of(version.of(project)))
                        .install(install ? List.of(lock.command()) : List.of())
                        .build(List.of(build.command()))
                        .output(Optional.of(build.output()))
                        .start(Start.ofStaticFiles())
                        .facts(
                                new BuildFacts.Node(
                                        InstallManifests.in(manifests.tree(), project, lock.name()),
                                        lock.name(),
                                        ApiBaseVariables.in(manifests.tree(), site.path())))
                        .accuracy(site.accuracy())
                        .evidence(evidence.stream().distinct().toList())
                        .service();
        findings.addAll(version.findings());
        return new Answer(service, proxies, findings);
    }

    private static Finding notNpm(PackageJson project, PackageManager manager) {
        return Finding.error(
                        "FS-NODE-006",
                        "the package manager is "
                                + manager.name()
                                + " ("
                                + manager.file()
                                + "), which is not built by this version",
                        "use npm: run npm install, commit package-lock.json and remove what names "
                                + manager.name())
                .at(project.path());
    }

    private Optional<Finding> memberOfWorkspaces(PackageJson project) {
        String at = project.directory();
        while (!at.equals(RepositoryPath.ROOT)) {
            at = RepositoryPath.parent(at);
            Optional<PackageJson> above =
                    PackageJson.of(manifests, at).filter(root -> !root.workspaces().isEmpty());
            if (above.isPresent() && isMember(above.get(), project)) {
                return Optional.of(
                        Finding.error(
                                        "FS-NODE-007",
                                        "is a member of the npm workspaces in "
                                                + above.get().path()
                                                + ", which is not built by this version",
                                        "set fullstack.frontendDir to "
                                                + at
                                                + " with fullstack.frontendBuild and"
                                                + " fullstack.frontendOutput")
                                .at(project.path()));
            }
        }
        return Optional.empty();
    }

    private static boolean isMember(PackageJson root, PackageJson project) {
        String path = RepositoryPath.relative(root.directory(), project.directory());
        return root.workspaces().stream()
                .map(pattern -> pattern.startsWith("./") ? pattern.substring(2) : pattern)
                .map(
                        pattern ->
                                pattern.endsWith("/")
                                        ? pattern.substring(0, pattern.length() - 1)
                                        : pattern)
                .anyMatch(pattern -> path.matches(regex(pattern)));
    }

    private static String regex(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            if (glob.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (glob.charAt(i) == '*') {
                regex.append("[^/]*");
            } else {
                regex.append("\\Q").append(glob.charAt(i)).append("\\E");
            }
        }
        return regex.toString();
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
}
