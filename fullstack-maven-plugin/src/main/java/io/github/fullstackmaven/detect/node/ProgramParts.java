package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.model.NodeProgram;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What of a project is taken into the image, and how its dependencies come there. */
final class ProgramParts {
    private final Tree tree;
    private final PackageJson project;
    private final Workspace workspace;
    private final Framework framework;
    private final Started started;
    private final List<Started> beside;
    private final Optional<NxProject> nx;
    private final Optional<OwnPart> own;

    /**
     * What the server of a package that builds pages as well needs.
     *
     * @param pages where they are left, where it serves them itself
     * @param development what it imports that is declared for development alone
     */
    record OwnPart(Optional<String> pages, List<String> development) {
        OwnPart {
            development = List.copyOf(development);
        }
    }

    ProgramParts(
            Tree tree,
            PackageJson project,
            Workspace workspace,
            Framework framework,
            Started started,
            List<Started> beside,
            Optional<NxProject> nx,
            Optional<OwnPart> own) {
        this.tree = tree;
        this.project = project;
        this.workspace = workspace;
        this.framework = framework;
        this.started = started;
        this.beside = List.copyOf(beside);
        this.nx = nx;
        this.own = own;
    }

    /** Returns true when a build makes the file that runs. */
    boolean isCompiled() {
        return started.file()
                .map(file -> existing(file).isEmpty())
                .orElse(!framework.files().isEmpty());
    }

    /** Returns what the build leaves: the part of the path that the sources do not have. */
    Optional<String> output() {
        if (nx.isPresent()) {
            return nx.map(NxBuild::new).map(NxBuild::result);
        }
        Optional<String> file = started.file().filter(name -> existing(name).isEmpty());
        if (file.isEmpty()) {
            return framework.files().stream().findFirst();
        }
        String path = RepositoryPath.resolve(project.directory(), file.get()).orElse(file.get());
        String relative = RepositoryPath.relative(project.directory(), path);
        String at = "";
        for (String part : relative.split("/")) {
            at = at.isEmpty() ? part : at + "/" + part;
            if (!tree.isDirectory(below(at)) || at.equals(relative)) {
                break;
            }
            if (StartTables.isBuilding(List.of(part))
                    || part.equals("dist")
                    || part.equals("out")) {
                break;
            }
        }
        return Optional.of(at);
    }

    /** Returns true when the program needs what is declared for development alone. */
    boolean needsDevelopment() {
        return !developmentTools().isEmpty()
                || own.filter(part -> !part.development().isEmpty()).isPresent();
    }

    /** Returns what is declared for development alone and called by the start, or imported. */
    List<String> development() {
        return Stream.concat(
                        developmentTools().stream(),
                        own.stream().flatMap(part -> part.development().stream()))
                .distinct()
                .toList();
    }

    private List<String> developmentTools() {
        return tools().stream()
                .map(StartTables::packageOf)
                .filter(
                        name ->
                                !project.uses(name)
                                        && (project.declares(name)
                                                || workspace.root().declares(name)))
                .toList();
    }

    NodeProgram program(Installation installation, NativePackages packages) {
        String kind = framework.program().orElse("installed");
        boolean plain = started.evidence().rule().endsWith(".start");
        if (kind.equals("bundled") && bundles() && beside.isEmpty()) {
            return new NodeProgram.Bundled(framework.files(), packages.runtime());
        }
        if (kind.equals("next") && plain && beside.isEmpty()) {
            return new NodeProgram.NextServer(installation.prune(), packages.runtime());
        }
        boolean all = needsDevelopment();
        return new NodeProgram.Installed(
                files(),
                started.file()
                        .filter(file -> existing(file).isEmpty())
                        .map(file -> workspace.relative(below(file)))
                        .orElse(""),
                tools(),
                all ? List.of() : installation.beforeProduction(),
                all ? installation.commands() : installation.production(),
                generated(),
                packages.runtime(),
                started.start().argv().get(0).equals("bun") ? "bun" : "node");
    }

    /** Returns true when what runs lies in what the framework bundles. */
    private boolean bundles() {
        return started.file()
                .filter(
                        file ->
                                framework.files().stream()
                                        .anyMatch(part -> RepositoryPath.isWithin(file, part)))
                .isPresent();
    }

    private List<String> tools() {
        return Stream.concat(Stream.of(started), beside.stream())
                .flatMap(one -> one.tools().stream())
                .distinct()
                .toList();
    }

    /** What is run as it is written may need any of the sources. */
    private boolean runsSources() {
        return beside.stream()
                .anyMatch(one -> one.file().filter(f -> existing(f).isPresent()).isPresent());
    }

    private List<String> generated() {
        boolean prisma =
                project.declares("prisma")
                        || workspace.needs(project).stream().anyMatch(n -> n.declares("prisma"));
        return prisma ? List.of(".prisma") : List.of();
    }

    /** Returns what is taken, relative to the workspace. */
    private List<String> files() {
        Set<String> files = new LinkedHashSet<>();
        if (isCompiled()) {
            output().ifPresent(output -> files.add(workspace.relative(below(output))));
            framework.files().forEach(file -> files.add(workspace.relative(below(file))));
            own.flatMap(OwnPart::pages)
                    .ifPresent(pages -> files.add(workspace.relative(below(pages))));
            StartTables.assets().stream()
                    .filter(name -> tree.isDirectory(below(name)))
                    .forEach(name -> files.add(workspace.relative(below(name))));
            nx.ifPresent(shared -> files.addAll(shared.assets(StartTables.assets())));
        }
        if (!isCompiled() || runsSources()) {
            files.add(workspace.relative(project.directory()));
        }
        workspace.needs(project).forEach(needed -> files.addAll(parts(needed)));
        return new ArrayList<>(files);
    }

    /** A package of the repository is taken built, unless it is used as it is written. */
    private List<String> parts(PackageJson needed) {
        String directory = workspace.relative(needed.directory());
        String main = needed.text("main").or(() -> needed.text("module")).orElse("");
        String entries = main + needed.root().path("exports");
        boolean built = needed.script("build").isPresent() && !entries.contains("src/");
        if (!built) {
            return List.of(directory);
        }
        String out = main.replaceFirst("^\\./", "").replaceFirst("/.*", "");
        Set<String> parts = new LinkedHashSet<>();
        parts.add(directory + "/" + (out.isEmpty() || out.contains(".") ? "dist" : out));
        StartTables.assets().stream()
                .filter(name -> tree.isDirectory(RepositoryPath.join(needed.directory(), name)))
                .forEach(name -> parts.add(directory + "/" + name));
        return List.copyOf(parts);
    }

    private Optional<String> existing(String file) {
        return List.of(file, file + ".js", file + "/index.js", file + ".mjs", file + ".ts").stream()
                .filter(
                        name ->
                                RepositoryPath.resolve(project.directory(), name)
                                        .filter(tree::isFile)
                                        .isPresent())
                .findFirst();
    }

    private String below(String name) {
        return RepositoryPath.resolve(project.directory(), name).orElse(project.directory());
    }
}
