package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How the dependencies of a project are installed. */
final class Installation {
    private static final int NEWEST_WITHOUT_FOCUS = 3;

    private final Tree tree;
    private final PackageJson project;
    private final Workspace workspace;
    private final PackageManager manager;
    private final LockFile lock;
    private final List<Finding> findings = new ArrayList<>();

    Installation(Manifests manifests, PackageJson project, Workspace workspace) {
        this.tree = manifests.tree();
        this.project = project;
        this.workspace = workspace;
        PackageManagers managers = new PackageManagers(manifests);
        this.manager = managers.of(project, workspace);
        this.lock = new LockFile(manifests, workspace, manager.tool());
        findings.addAll(managers.findings());
        findings.addAll(lock.findings());
        if (isPlugAndPlay()) {
            findings.add(
                    Finding.info(
                                    "FS-NODE-009",
                                    "in the image dependencies are installed into node_modules,"
                                            + " not as Plug'n'Play",
                                    "nothing has to be done; nodeLinker: node-modules has the same"
                                            + " everywhere")
                            .at(manager.file()));
        }
    }

    PackageManager manager() {
        return manager;
    }

    ManagerTool tool() {
        return manager.tool();
    }

    List<Finding> findings() {
        return findings;
    }

    Optional<String> lockName() {
        return lock.name();
    }

    List<String> setup() {
        return ManagerVersions.setup(manager);
    }

    List<String> commands() {
        return List.of(lock.command());
    }

    List<String> manifests() {
        return InstallManifests.in(tree, workspace, lock.name());
    }

    /** Returns what tells the package manager how to install. */
    Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        switch (manager.tool()) {
            case NPM -> {
                environment.put("npm_config_audit", "false");
                environment.put("npm_config_fund", "false");
                environment.put("npm_config_update_notifier", "false");
            }
            case PNPM -> {
                // Its later releases read variables of their own name.
                environment.put("npm_config_store_dir", "/pnpm/store");
                environment.put("pnpm_config_store_dir", "/pnpm/store");
                environment.put("npm_config_manage_package_manager_versions", "false");
                environment.put("pnpm_config_pm_on_fail", "ignore");
            }
            case BERRY -> {
                environment.put("YARN_ENABLE_GLOBAL_CACHE", "true");
                environment.put("YARN_ENABLE_TELEMETRY", "false");
                if (isPlugAndPlay()) {
                    environment.put("YARN_NODE_LINKER", "node-modules");
                }
            }
            default -> {}
        }
        return environment;
    }

    /** Returns the commands that install what the program needs when it runs. */
    List<String> production() {
        Optional<String> member = workspace.hasMember(project) ? project.name() : Optional.empty();
        return manager.tool().production(lock.holds(), member, focuses());
    }

    List<String> prune() {
        return manager.tool().prune(focuses());
    }

    /**
     * Returns what is done before: install scripts that call what is there for development alone
     * would fail.
     */
    List<String> beforeProduction() {
        List<String> commands = new ArrayList<>();
        forget(workspace.root(), commands);
        workspace.members().values().forEach(member -> forget(member, commands));
        return commands;
    }

    private void forget(PackageJson manifest, List<String> commands) {
        List<String> scripts = InstallScripts.of(tree, manifest).developing();
        if (!scripts.isEmpty()) {
            StringBuilder command = new StringBuilder("npm pkg delete");
            scripts.forEach(script -> command.append(" scripts.").append(script));
            String directory = workspace.relative(manifest.directory());
            commands.add(
                    directory.equals(RepositoryPath.ROOT)
                            ? command.toString()
                            : "cd " + ShellWord.of(directory) + " && " + command);
        }
    }

    private boolean focuses() {
        int major = manager.major();
        String plugins = RepositoryPath.join(workspace.directory(), ".yarn/plugins/@yarnpkg");
        return major == 0
                || major > NEWEST_WITHOUT_FOCUS
                || tree.isFile(RepositoryPath.join(plugins, "plugin-workspace-tools.cjs"));
    }

    private boolean isPlugAndPlay() {
        String rc = tree.read(RepositoryPath.join(workspace.directory(), ".yarnrc.yml")).orElse("");
        return manager.tool() == ManagerTool.BERRY
                && !rc.contains("nodeLinker: node-modules")
                && !rc.contains("nodeLinker: pnpm")
                && !rc.contains("nodeLinker: \"node-modules\"");
    }
}
