package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.detect.source.Procfile;
import io.github.fullstackmaven.model.Evidence;
import io.github.fullstackmaven.model.Start;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds how a program is started: {@code Procfile}, start scripts, what the framework does, {@code
 * main}, a file of a usual name.
 */
final class StartFinder {
    private static final List<String> PRODUCTION =
            List.of("start:prod", "start:production", "start:prd");

    /** Scripts that may start what was built where {@code start} is for development. */
    private static final Pattern OTHERS = Pattern.compile("(?:start|serve):.+|prod|production");

    private static final Pattern DEVELOPING =
            Pattern.compile("dev|debug|watch|test|local|e2e|mock|storybook|example|docs");
    private static final Pattern BUILT =
            Pattern.compile("(?:\\./)?(?:dist|build|out|lib|output|\\.output|server)/.+");
    private static final List<String> NAMES = List.of("app", "index", "server", "main");
    private static final List<String> FOLDERS = List.of("", "src/");
    private static final List<String> ENDINGS =
            List.of(".js", ".cjs", ".mjs", ".ts", ".mts", ".cts", ".tsx");

    /** What surely listens, and what may; the latter is also how files are served and asked for. */
    private static final List<Pattern> LISTENS =
            List.of(
                    Pattern.compile("\\.listen\\s*\\("),
                    Pattern.compile("\\bserve\\s*\\(|\\bfetch\\b|createServer"));

    private final Tree tree;
    private final PackageJson project;
    private final ManagerTool tool;
    private final Framework framework;
    private final Optional<String> frameworkId;
    private final TypeScript typeScript;

    StartFinder(
            Tree tree,
            PackageJson project,
            ManagerTool tool,
            Optional<String> frameworkId,
            Framework framework) {
        this.tree = tree;
        this.project = project;
        this.tool = tool;
        this.frameworkId = frameworkId;
        this.framework = framework;
        this.typeScript = TypeScript.of(tree, project.directory());
    }

    Optional<Started> find() {
        return procfile("web")
                .or(() -> scripts())
                .or(() -> nest())
                .or(() -> ofFramework())
                .or(() -> procfile("worker"))
                .or(() -> main())
                .or(() -> candidate());
    }

    private Optional<Started> procfile(String type) {
        return Procfile.in(tree, project.directory())
                .flatMap(
                        file ->
                                file.process(type)
                                        .flatMap(line -> Started.of(project, file, line)));
    }

    private Optional<Started> scripts() {
        for (String name : PRODUCTION) {
            Optional<StartScript> found = StartScript.of(project, name);
            if (found.isPresent()) {
                return found.map(script -> Started.of(script, project.path()));
            }
        }
        return StartScript.of(project, "start")
                .or(this::ofOtherName)
                .map(script -> Started.of(pointed(script), project.path()));
    }

    /** {@code "serve:ssr": "node dist/server.mjs"}. */
    private Optional<StartScript> ofOtherName() {
        return project.scripts().stream()
                .filter(name -> OTHERS.matcher(name).matches())
                .filter(name -> !DEVELOPING.matcher(name).find())
                .flatMap(name -> StartScript.of(project, name).stream())
                .filter(script -> script.argv().get(0).equals("node"))
                .filter(script -> script.file().filter(f -> BUILT.matcher(f).matches()).isPresent())
                .findFirst();
    }

    /** {@code node .} runs what {@code main} names. */
    private StartScript pointed(StartScript script) {
        boolean itself = script.file().filter(file -> file.equals(".")).isPresent();
        return itself
                ? new StartScript(
                        script.script(),
                        script.argv(),
                        Optional.of(project.text("main").orElse("index.js")),
                        script.tools(),
                        script.port())
                : script;
    }

    private Optional<Started> nest() {
        if (!frameworkId.filter("nest"::equals).isPresent()) {
            return Optional.empty();
        }
        String settings =
                tree.read(RepositoryPath.join(project.directory(), "nest-cli.json")).orElse("");
        Matcher entry = Pattern.compile("\"entryFile\"\\s*:\\s*\"([^\"]+)\"").matcher(settings);
        String file = entry.find() ? entry.group(1) : "main";
        String out = typeScript.outDir().orElse("dist");
        return Optional.of(
                declared(
                        Started.ofFile(
                                "node",
                                out + "/" + file + ".js",
                                new Evidence(project.path(), "node.nest.start"))));
    }

    /** A script that only development can use still names the start. */
    private Started declared(Started found) {
        if (project.script("start").isEmpty()) {
            return found;
        }
        Start start = new Start("script", found.start().argv(), Optional.of("start"));
        return new Started(start, found.file(), found.tools(), port(), found.evidence());
    }

    private Optional<Integer> port() {
        return StartScript.port(List.of(project.script("start").orElse("").split("\\s+")));
    }

    private Optional<Started> ofFramework() {
        List<String> argv = new ServerEntry(tree, project, frameworkId, framework).argv();
        if (argv.isEmpty()) {
            return Optional.empty();
        }
        boolean node = argv.get(0).equals("node");
        String file = argv.get(1).replaceFirst("^\\./", "");
        List<String> tools = node ? List.of() : List.of(RepositoryPath.name(argv.get(0)));
        return Optional.of(
                declared(
                        new Started(
                                new Start("file", argv, Optional.of(file)),
                                node ? Optional.of(file) : Optional.empty(),
                                tools,
                                Optional.empty(),
                                new Evidence(
                                        project.path(),
                                        "node." + frameworkId.orElse("framework") + ".start"))));
    }

    private Optional<Started> main() {
        return project.text("main")
                .map(main -> main.replaceFirst("^\\./", ""))
                .filter(main -> isFile(main) || project.script("build").isPresent())
                .filter(main -> main.matches(".*\\.[cm]?[jt]sx?"))
                .map(
                        main ->
                                Started.ofFile(
                                        runtime(main),
                                        main,
                                        new Evidence(project.path(), "node.main")));
    }

    private Optional<Started> candidate() {
        Map<String, String> files = new LinkedHashMap<>();
        for (String folder : FOLDERS) {
            for (String name : NAMES) {
                for (String ending : ENDINGS) {
                    String file = folder + name + ending;
                    tree.read(below(file)).ifPresent(text -> files.put(file, text));
                }
            }
        }
        return LISTENS.stream()
                .flatMap(
                        listens ->
                                files.keySet().stream()
                                        .filter(file -> listens.matcher(files.get(file)).find()))
                .findFirst()
                .or(() -> files.keySet().stream().findFirst())
                .map(this::ofSource);
    }

    private Started ofSource(String file) {
        Evidence evidence = new Evidence(below(file), "node.file");
        boolean script = file.matches(".*\\.[cm]?tsx?");
        boolean compiled = script && project.script("build").isPresent();
        if (!compiled) {
            return Started.ofFile(runtime(file), file, evidence);
        }
        return Started.ofFile("node", typeScript.compiled(file), evidence);
    }

    /** Node.js strips types itself; bun reads what it installs. */
    private String runtime(String file) {
        return tool == ManagerTool.BUN && file.matches(".*tsx?") ? "bun" : "node";
    }

    private boolean isFile(String name) {
        return tree.isFile(below(name));
    }

    private String below(String name) {
        return RepositoryPath.join(project.directory(), name);
    }
}
