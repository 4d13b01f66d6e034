package io.github.fullstackmaven.detect.python;

import io.github.fullstackmaven.detect.source.Procfile;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.Start;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds how a service is started: Django, an application for a server, a main file, a script. */
final class LaunchFinder {
    private static final List<String> MAIN_FILES =
            List.of(
                    "main.py",
                    "app.py",
                    "server.py",
                    "run.py",
                    "start.py",
                    "bot.py",
                    "index.py",
                    "hello.py",
                    "src/main.py",
                    "src/app.py",
                    "app/main.py",
                    "src/__main__.py");
    private static final List<String> SCRIPT_NAMES =
            List.of("app", "serve", "server", "start", "web", "api", "main");

    private final PythonProject project;
    private final PythonSources sources;
    private final Optional<String> framework;
    private final Servers servers;
    private final List<Finding> findings = new ArrayList<>();
    private Optional<Sourced<Integer>> port = Optional.empty();

    LaunchFinder(
            PythonProject project,
            PythonSources sources,
            Optional<String> framework,
            PythonBuilds builds) {
        this.project = project;
        this.sources = sources;
        this.framework = framework;
        this.servers = new Servers(project, builds);
    }

    List<Finding> findings() {
        return findings;
    }

    /** Returns the start; what the project itself writes down comes first. */
    Optional<Launch> find(Optional<DjangoProject> django) {
        Optional<WrittenCommand> written = written();
        port = written.flatMap(WrittenCommand::port);
        if (written.isPresent()) {
            return written.map(WrittenCommand::launch);
        }
        if (django.isPresent()) {
            return Optional.of(
                    servers.launch(django.get().application(servers.prefersAsynchronous())));
        }
        return special().or(this::application).or(this::mainFile).or(this::script);
    }

    /** Returns the port that the project's own command names; after {@link #find}. */
    Optional<Sourced<Integer>> port() {
        return port;
    }

    /** A Procfile, or a script of pdm that is called start. */
    private Optional<WrittenCommand> written() {
        Optional<Procfile> procfile = Procfile.in(sources.tree(), project.directory());
        if (procfile.isPresent()) {
            Optional<Procfile.Line> process =
                    procfile.get()
                            .process("web")
                            .or(() -> procfile.get().workers().stream().findFirst());
            return process.flatMap(p -> command(p.command(), procfile.get().source(p)));
        }
        return project.text("tool", "pdm", "scripts", "start")
                .or(() -> project.text("tool", "pdm", "scripts", "start", "cmd"))
                .flatMap(text -> command(text, project.file("pyproject.toml")));
    }

    private Optional<WrittenCommand> command(String text, String source) {
        Optional<WrittenCommand> command = WrittenCommand.of(text, source);
        if (command.filter(c -> !c.whole()).isPresent()) {
            findings.add(
                    Finding.info(
                                    "FS-PYTHON-011",
                                    "only the last command of \""
                                            + text
                                            + "\" is run when the application starts",
                                    "run the others before a release, or put them into the build")
                            .at(command.get().launch().source()));
        }
        return command;
    }

    private Optional<Launch> special() {
        if (framework.filter("streamlit"::equals).isEmpty()) {
            return Optional.empty();
        }
        return firstMainFile()
                .map(
                        file ->
                                new Launch(
                                        new Start(
                                                "file",
                                                List.of(
                                                        Launch.PROGRAMS + "streamlit",
                                                        "run",
                                                        file,
                                                        "--server.address={host}",
                                                        "--server.port={port}",
                                                        "--server.headless=true"),
                                                Optional.of(file)),
                                        project.file(file),
                                        Optional.empty(),
                                        Map.of()));
    }

    private Optional<Launch> application() {
        List<WebApplication> found = new ApplicationFinder(sources, framework).find();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        WebApplication first = found.get(0);
        if (found.size() > 1 && isRival(first, found.get(1))) {
            findings.add(
                    Finding.warning(
                            "FS-PYTHON-006",
                            "several modules define an application: "
                                    + first.entry()
                                    + " ("
                                    + first.place()
                                    + ") and "
                                    + found.get(1).entry()
                                    + " ("
                                    + found.get(1).place()
                                    + "); the first is started",
                            "set fullstack.backendStart"));
        }
        return Optional.of(servers.launch(first));
    }

    /** Two modules of the same name at the same depth are told apart by nothing. */
    private static boolean isRival(WebApplication one, WebApplication other) {
        String[] left = one.module().split("\\.");
        String[] right = other.module().split("\\.");
        return !one.module().equals(other.module())
                && one.factory() == other.factory()
                && left.length == right.length
                && left[left.length - 1].equals(right[right.length - 1]);
    }

    private Optional<Launch> mainFile() {
        return firstMainFile()
                .map(file -> Launch.byInterpreter("file", file, project.file(file)))
                .or(this::mainModule);
    }

    private Optional<String> firstMainFile() {
        return MAIN_FILES.stream().filter(project::has).findFirst();
    }

    /** A package with a {@code __main__.py} is run by its name. */
    private Optional<Launch> mainModule() {
        Tree tree = sources.tree();
        for (String root : List.of(RepositoryPath.ROOT, "src")) {
            String base = RepositoryPath.resolve(project.directory(), root).orElse(root);
            for (String name : tree.directories(base)) {
                String main = RepositoryPath.join(base, name) + "/__main__.py";
                if (tree.isFile(main)) {
                    Launch launch = Launch.byInterpreter("module", name, main);
                    return Optional.of(
                            root.equals("src") ? launch.with(Map.of("PYTHONPATH", root)) : launch);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Launch> script() {
        Map<String, String> scripts = project.scripts();
        Optional<String> name =
                scripts.size() == 1
                        ? scripts.keySet().stream().findFirst()
                        : SCRIPT_NAMES.stream().filter(scripts::containsKey).findFirst();
        return name.filter(any -> project.packaged())
                .map(
                        script ->
                                new Launch(
                                        new Start(
                                                "script",
                                                List.of(Launch.PROGRAMS + script),
                                                Optional.of(script)),
                                        project.file("pyproject.toml"),
                                        Optional.empty(),
                                        Map.of()));
    }
}
