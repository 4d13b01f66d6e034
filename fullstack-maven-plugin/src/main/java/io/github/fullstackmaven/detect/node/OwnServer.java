package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.model.Evidence;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.model.Start;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The server of a package that builds pages as well: one {@code package.json} is both.
 *
 * @param started how it is started
 * @param sources its first file, and what that takes in
 */
record OwnServer(Started started, ImportedSources sources) {
    private static final Pattern LISTENS =
            Pattern.compile("\\.listen\\s*\\(|\\bcreateServer\\s*\\(|\\bserve\\s*\\(");

    /** What Node.js, and no browser, has to listen with. */
    private static final Set<String> BUILT_IN =
            Set.of(
                    "http",
                    "https",
                    "http2",
                    "net",
                    "node:http",
                    "node:https",
                    "node:http2",
                    "node:net");

    /** What serves pages without their directory being named: Vite as a part of the server. */
    private static final Set<String> SERVE_PAGES = Set.of("vite", "vite-express");

    /** Scripts that start a server beside the one that Vite starts. */
    private static final List<String> SCRIPTS =
            List.of(
                    "server",
                    "start:server",
                    "server:start",
                    "start:api",
                    "start:backend",
                    "serve",
                    "api",
                    "backend",
                    "server:dev",
                    "dev:server",
                    "dev:api",
                    "dev:backend");

    private static final Pattern SOURCE = Pattern.compile("[\\w@][\\w./@-]*\\.[cm]?[jt]sx?");
    private static final Pattern SETTINGS = Pattern.compile(".*\\.config\\.[cm]?[jt]s");

    /**
     * Returns it; empty when nothing that a script starts listens.
     *
     * @param frameworks the dependencies by which servers are recognised
     */
    static Optional<OwnServer> of(
            Tree tree, PackageJson project, ManagerTool tool, Collection<String> frameworks) {
        if (project.scripts().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> none = Optional.empty();
        Framework plain = Framework.of(none, ServiceKind.BACKEND, project);
        List<Started> starts = new ArrayList<>();
        new StartFinder(tree, project, tool, none, plain)
                .find()
                .filter(found -> !isOfPages(found))
                .ifPresent(starts::add);
        for (String name : SCRIPTS) {
            StartScript.of(project, name)
                    .map(script -> Started.of(script, project.path()))
                    .or(() -> watched(project, name))
                    .ifPresent(starts::add);
        }
        return starts.stream()
                .flatMap(started -> of(tree, project, started, frameworks).stream())
                .findFirst();
    }

    /** Below src a file of a usual name is where the pages begin. */
    private static boolean isOfPages(Started found) {
        return found.evidence().rule().equals("node.file")
                && found.file().filter(file -> file.startsWith("src/")).isPresent();
    }

    private static Optional<OwnServer> of(
            Tree tree, PackageJson project, Started started, Collection<String> frameworks) {
        return sources(tree, project, started).stream()
                .flatMap(file -> ImportedSources.of(tree, file).stream())
                .filter(sources -> sources.have(LISTENS))
                .filter(
                        sources ->
                                sources.packages().stream()
                                        .anyMatch(
                                                name ->
                                                        BUILT_IN.contains(name)
                                                                || frameworks.contains(name)
                                                                || SERVE_PAGES.contains(name)))
                .map(sources -> new OwnServer(started, sources))
                .findFirst();
    }

    /** {@code nodemon server/index.js} watches what the image runs as it is. */
    private static Optional<Started> watched(PackageJson project, String script) {
        Optional<String> text = project.script(script);
        Optional<String> file = text.flatMap(OwnServer::named);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        boolean typed = file.get().matches(".*\\.[cm]?tsx?");
        boolean tsx = typed && project.declares("tsx");
        List<String> argv =
                tsx ? List.of("node_modules/.bin/tsx", file.get()) : List.of("node", file.get());
        return Optional.of(
                new Started(
                        new Start("file", argv, file),
                        file,
                        tsx ? List.of("tsx") : List.of(),
                        Optional.empty(),
                        new Evidence(project.path(), "node.watched")));
    }

    private static Optional<String> named(String text) {
        return words(text).stream().findFirst();
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.split("[\\s'\"=]+")) {
            String name = word.replaceFirst("^\\./", "");
            if (SOURCE.matcher(name).matches() && !SETTINGS.matcher(name).matches()) {
                words.add(name);
            }
        }
        return words;
    }

    /** Returns where the file that runs comes from: itself, or what it is compiled from. */
    static Set<String> sources(Tree tree, PackageJson project, Started started) {
        Set<String> files = new LinkedHashSet<>();
        String file = started.file().orElse("");
        if (file.isEmpty()) {
            return files;
        }
        List<String> names = new ArrayList<>(List.of(file, file + ".js", file + "/index.js"));
        project.scripts().stream()
                .filter(name -> name.contains("build") || name.contains("server"))
                .flatMap(name -> project.script(name).stream())
                .forEach(text -> names.addAll(words(text)));
        String rest = file.replaceFirst("\\.[cm]?js$", "");
        while (rest.contains("/")) {
            rest = rest.substring(rest.indexOf('/') + 1);
            for (String folder : List.of("", "src/", "server/", "server/src/", "src/server/")) {
                names.add(folder + rest + ".ts");
                names.add(folder + rest + ".js");
            }
        }
        for (String name : names) {
            RepositoryPath.resolve(project.directory(), name)
                    .filter(tree::isFile)
                    .ifPresent(files::add);
        }
        return files;
    }

    /** Returns true when it serves what a build leaves there. */
    boolean serves(String output) {
        return sources.packages().stream().anyMatch(SERVE_PAGES::contains) || sources.name(output);
    }

    /** Returns what it imports that is declared for development alone. */
    List<String> development(PackageJson project) {
        return sources.packages().stream()
                .filter(name -> project.declares(name) && !project.uses(name))
                .toList();
    }
}
