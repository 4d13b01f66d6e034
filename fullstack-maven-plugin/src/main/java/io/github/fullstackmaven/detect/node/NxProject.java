package io.github.fullstackmaven.detect.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A project of Nx without a manifest of its own: {@code project.json} says how it is built, and the
 * one {@code package.json} at the top, beside {@code nx.json}, what all projects need.
 *
 * @param tree the repository
 * @param directory where the project lies
 * @param settings its {@code project.json}
 * @param top the manifest that it shares
 */
record NxProject(Tree tree, String directory, JsonNode settings, PackageJson top) {
    static final String FILE = "project.json";

    /** Nothing is left running after a build, and nothing asked of a service elsewhere. */
    static final Map<String, String> ENVIRONMENT =
            Map.of("NX_DAEMON", "false", "NX_NO_CLOUD", "true");

    private static final String WORKSPACE = "nx.json";
    private static final List<String> MAINS =
            List.of("main.ts", "main.tsx", "index.ts", "server.ts", "main.js", "index.js");

    /** The configuration by which a plugin of Nx knows that a project can be built. */
    private static final Map<String, String> CONFIGURATIONS =
            Map.of(
                    "next.config", "next",
                    "nuxt.config", "nuxt",
                    "astro.config", "astro",
                    "svelte.config", "@sveltejs/kit",
                    "react-router.config", "@react-router/dev",
                    "vite.config", "vite",
                    "rspack.config", "@rspack/core",
                    "webpack.config", "webpack");

    private static final List<String> ENDINGS = List.of(".ts", ".js", ".mjs", ".mts", ".cjs");
    private static final Pattern IMPORT =
            Pattern.compile(
                    "(?:\\bfrom\\s*|\\bimport\\s*\\(?\\s*|\\brequire\\s*\\(\\s*)['\"]"
                            + "((?:@[\\w.-]+/)?[\\w][\\w.-]*)");

    /** Returns the project of a directory. */
    static Optional<NxProject> of(Manifests manifests, String directory) {
        Tree tree = manifests.tree();
        if (!tree.isFile(RepositoryPath.join(directory, FILE))
                || tree.isFile(RepositoryPath.join(directory, "package.json"))) {
            return Optional.empty();
        }
        String at = directory;
        while (!tree.isFile(RepositoryPath.join(at, WORKSPACE))) {
            if (at.equals(RepositoryPath.ROOT)) {
                return Optional.empty();
            }
            at = RepositoryPath.parent(at);
        }
        Optional<PackageJson> top = PackageJson.of(manifests, at);
        return manifests
                .json(RepositoryPath.join(directory, FILE))
                .filter(settings -> top.isPresent())
                .map(settings -> new NxProject(tree, directory, settings, top.orElseThrow()))
                .filter(NxProject::isBuilt);
    }

    /** Libraries come along with what needs them; what only tests others is not built. */
    private boolean isBuilt() {
        boolean library = settings.path("projectType").asText().equals("library");
        return !library
                && (settings.path("targets").has("build")
                        || CONFIGURATIONS.keySet().stream()
                                .anyMatch(name -> file(name).isPresent()));
    }

    String name() {
        return settings.path("name").asText(RepositoryPath.name(directory));
    }

    /** Returns a manifest that says of this project what a {@code package.json} would. */
    PackageJson manifest() {
        ObjectNode root = JsonMapper.builder().build().createObjectNode();
        root.put("name", name());
        root.set("nx", settings);
        for (String section : List.of("dependencies", "devDependencies")) {
            root.set(section, top.root().path(section).deepCopy());
        }
        return new PackageJson(directory, root, FILE);
    }

    /** Returns what of all that the workspace has this project itself shows that it uses. */
    Set<String> shown() {
        Set<String> shown = new TreeSet<>();
        CONFIGURATIONS.forEach(
                (name, dependency) -> file(name).ifPresent(path -> shown.add(dependency)));
        Matcher imported = IMPORT.matcher(main().flatMap(tree::read).orElse(""));
        while (imported.find()) {
            shown.add(imported.group(1));
        }
        return shown;
    }

    /** Returns the source that begins, relative to the repository. */
    Optional<String> main() {
        String sources = settings.path("sourceRoot").asText("");
        Optional<String> named =
                List.of("main", "browser").stream()
                        .map(key -> settings.at("/targets/build/options").path(key).asText(""))
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .flatMap(this::ofWorkspace);
        Optional<String> folder =
                sources.isEmpty()
                        ? Optional.of(RepositoryPath.join(directory, "src"))
                        : ofWorkspace(sources);
        return named.or(
                () ->
                        MAINS.stream()
                                .flatMap(
                                        name ->
                                                folder
                                                        .map(at -> RepositoryPath.join(at, name))
                                                        .stream())
                                .filter(tree::isFile)
                                .findFirst());
    }

    /** Returns those of some directories that lie at the top, relative to the workspace. */
    List<String> assets(List<String> names) {
        return names.stream()
                .filter(name -> tree.isDirectory(RepositoryPath.join(top.directory(), name)))
                .toList();
    }

    /** Returns the directories of what projects share, relative to the repository. */
    List<String> libraries() {
        return List.of("libs", "packages").stream()
                .map(name -> RepositoryPath.join(top.directory(), name))
                .filter(tree::isDirectory)
                .toList();
    }

    /** Returns the file with the dev server's proxies, relative to the repository. */
    Optional<String> proxyFile() {
        JsonNode file = settings.at("/targets/serve/options/proxyConfig");
        return file.isTextual() ? ofWorkspace(file.asText()) : Optional.empty();
    }

    private Optional<String> ofWorkspace(String path) {
        String text = path.replace("{projectRoot}", below()).replace("{workspaceRoot}/", "");
        return RepositoryPath.resolve(top.directory(), text);
    }

    /** Returns its directory as seen from the workspace. */
    String below() {
        return RepositoryPath.relative(top.directory(), directory);
    }

    /** Returns a configuration file by its name without the ending. */
    Optional<String> file(String name) {
        return ENDINGS.stream()
                .map(ending -> RepositoryPath.join(directory, name + ending))
                .filter(tree::isFile)
                .findFirst();
    }
}
