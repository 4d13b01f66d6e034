package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shell commands that build a project, run in its directory. */
final class BuildCommands {
    private static final int DEEPEST = 4;

    /** A call of another script. */
    static final Pattern CALL =
            Pattern.compile("(?:npm|pnpm|yarn|bun)\\s+(?:run\\s+|run-script\\s+)?([\\w:.-]+)");

    private static final List<String> PRISMA =
            List.of("schema.prisma", "prisma.config.ts", "prisma.config.js", "prisma.config.mjs");

    private static final Pattern PRISMA_ENV = Pattern.compile("\\benv\\(\\s*['\"](\\w+)['\"]");

    private final Tree tree;
    private final PackageJson project;
    private final Workspace workspace;
    private final ManagerTool tool;
    private final Framework framework;
    private final Optional<NxProject> nx;

    BuildCommands(
            Tree tree,
            PackageJson project,
            Workspace workspace,
            ManagerTool tool,
            Framework framework,
            Optional<NxProject> nx) {
        this.tree = tree;
        this.project = project;
        this.workspace = workspace;
        this.tool = tool;
        this.framework = framework;
        this.nx = nx;
    }

    /**
     * Returns the script that builds: {@code build}, or the one that has the framework's command.
     */
    Optional<String> script() {
        BuildElsewhere elsewhere = new BuildElsewhere(tree, project.directory());
        Optional<String> build = project.script("build").filter(text -> !elsewhere.is(text));
        Optional<String> command = framework.build().map(text -> text.replaceFirst(" -.*", ""));
        if (command.isEmpty() || (build.isPresent() && mentions("build", command.get(), DEEPEST))) {
            return build.map(text -> "build");
        }
        Optional<String> other =
                project.root().path("scripts").properties().stream()
                        .filter(entry -> entry.getValue().asText().contains(command.get()))
                        .map(Map.Entry::getKey)
                        .filter(name -> name.matches("[\\w:.-]+"))
                        .filter(
                                name ->
                                        !name.matches(
                                                "(?i).*(dev|start|watch|test|lint|preview).*"))
                        .findFirst();
        return other.or(() -> build.map(text -> "build"));
    }

    /** Returns the text of that script. */
    String text() {
        return script().flatMap(project::script).orElse(framework.build().orElse(""));
    }

    /** Returns the commands that the sources need to run as they are written. */
    List<String> preparing() {
        List<String> commands = new ArrayList<>();
        List<PackageJson> needs = workspace.needs(project);
        needs.forEach(needed -> prisma(needed, commands));
        prisma(project, commands);
        built(needs, commands);
        return commands;
    }

    private void built(List<PackageJson> needs, List<String> commands) {
        for (PackageJson needed : needs) {
            if (needed.script("build").isPresent()) {
                commands.add(in(needed.directory()) + tool.run("build"));
            }
        }
    }

    /** Returns the commands; {@code compiles}: there is a TypeScript project without a script. */
    List<String> commands(boolean compiles) {
        List<String> commands = new ArrayList<>();
        List<PackageJson> needs = workspace.needs(project);
        Optional<String> script = script();
        needs.forEach(needed -> prisma(needed, commands));
        prisma(nx.isPresent() ? workspace.root() : project, commands);
        if (nx.isPresent()) {
            commands.add(in(workspace.directory()) + nx(nx.get()));
            return commands;
        }
        if (script.isPresent() && project.name().isPresent() && hasTurbo()) {
            commands.add(
                    in(workspace.directory())
                            + "node_modules/.bin/turbo run "
                            + script.get()
                            + " --filter="
                            + ShellWord.of(project.name().get())
                            + " --env-mode=loose");
            return commands;
        }
        built(needs, commands);
        if (script.isPresent()) {
            commands.add(tool.run(script.get()));
        } else if (framework.build().isPresent()) {
            commands.add(tool.execute(framework.build().get()));
        } else if (compiles) {
            commands.add(tool.execute("tsc"));
        }
        return commands;
    }

    /** The script at the top that builds the project may do more than the target alone. */
    private String nx(NxProject built) {
        Pattern builds =
                Pattern.compile(
                        "\\bnx\\s+(?:run\\s+%1$s:build|build\\s+%1$s)\\b(?!.*--watch)"
                                .formatted(Pattern.quote(built.name())));
        return workspace.root().root().path("scripts").properties().stream()
                .filter(entry -> builds.matcher(entry.getValue().asText()).find())
                .map(Map.Entry::getKey)
                .filter(name -> name.matches("build[\\w:.-]*"))
                .findFirst()
                .map(tool::run)
                .orElseGet(() -> tool.execute(new NxBuild(built).command()));
    }

    private boolean hasTurbo() {
        return !workspace.members().isEmpty()
                && workspace.root().declares("turbo")
                && tree.isFile(RepositoryPath.join(workspace.directory(), "turbo.json"));
    }

    /** The client is made from the schema; nobody commits it. */
    private void prisma(PackageJson owner, List<String> commands) {
        boolean schema =
                tree.isDirectory(below(owner, "prisma"))
                        || PRISMA.stream().anyMatch(file -> tree.isFile(below(owner, file)))
                        || owner.text("prisma", "schema").isPresent();
        boolean has = owner.declares("prisma") && schema;
        boolean runs =
                List.of("build", "prebuild", "postinstall", "prepare").stream()
                        .map(owner::script)
                        .flatMap(Optional::stream)
                        .anyMatch(text -> text.contains("prisma generate"));
        if (has && !runs) {
            commands.add(
                    in(owner.directory()) + placeholders(owner) + tool.execute("prisma generate"));
        }
    }

    /** A configuration may ask for the database's address, which generating has no use for. */
    private String placeholders(PackageJson owner) {
        Set<String> names = new TreeSet<>();
        for (String file : PRISMA) {
            Matcher asked = PRISMA_ENV.matcher(tree.read(below(owner, file)).orElse(""));
            while (!file.endsWith(".prisma") && asked.find()) {
                names.add(asked.group(1));
            }
        }
        return String.join("", names.stream().map(name -> name + "=unset ").toList());
    }

    private String in(String directory) {
        return directory.equals(project.directory())
                ? ""
                : "cd "
                        + ShellWord.of(RepositoryPath.relative(project.directory(), directory))
                        + " && ";
    }

    private static String below(PackageJson owner, String name) {
        return RepositoryPath.join(owner.directory(), name);
    }

    private boolean mentions(String script, String command, int depth) {
        String text = project.script(script).orElse("");
        if (text.contains(command)) {
            return true;
        }
        Matcher call = CALL.matcher(text);
        while (depth > 0 && call.find()) {
            String name = call.group(1);
            if (!name.equals(script) && mentions(name, command, depth - 1)) {
                return true;
            }
        }
        return false;
    }
}
