package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a framework's build leaves to be started, where the project's configuration decides. */
final class ServerEntry {
    private static final List<String> VITE =
            List.of("vite.config.ts", "vite.config.js", "vite.config.mjs", "vite.config.mts");

    private final Tree tree;
    private final PackageJson project;
    private final Framework framework;
    private final String id;

    ServerEntry(Tree tree, PackageJson project, Optional<String> id, Framework framework) {
        this.tree = tree;
        this.project = project;
        this.framework = framework;
        this.id = id.orElse("");
    }

    /** Returns the start command; empty when there is none of the framework's own. */
    List<String> argv() {
        return switch (id) {
            case "angular" ->
                    AngularOutput.server(
                                    tree, project.directory(), project.script("build").orElse(""))
                            .map(file -> List.of("node", file))
                            .orElse(List.of());
            case "sveltekit" -> List.of("node", svelte().output());
            case "remix" ->
                    VITE.stream().anyMatch(this::has)
                            ? framework.start()
                            : List.of("node_modules/.bin/remix-serve", "build/index.js");
            default -> framework.start();
        };
    }

    /** Returns what the build is told besides. */
    Map<String, String> environment() {
        // Of all platforms that adapter-auto knows, this is the one that is a Node.js server.
        return id.equals("sveltekit") && svelte().isAuto()
                ? Map.of("GCP_BUILDPACKS", "true")
                : Map.of();
    }

    /** Returns what keeps the build from leaving a server. */
    Optional<Finding> finding() {
        return !id.equals("sveltekit") || svelte().leavesServer()
                ? Optional.empty()
                : Optional.of(
                        Finding.error(
                                        "FS-NODE-013",
                                        "the adapter is for another platform: the build leaves no"
                                                + " server that runs in a container",
                                        "use @sveltejs/adapter-node, adapter-auto or"
                                                + " adapter-static")
                                .at(svelte().file()));
    }

    private SvelteConfig svelte() {
        return SvelteConfig.of(tree, project.directory());
    }

    private boolean has(String name) {
        return tree.isFile(RepositoryPath.join(project.directory(), name));
    }
}
