package io.github.fullstackmaven.goal.dev;

import io.github.fullstackmaven.host.Command;
import io.github.fullstackmaven.model.PythonFacts;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A program in Python, in its virtual environment: by the framework's own server for development,
 * else by the server of the image, told to reload.
 */
final class PythonLaunch {
    private static final Set<String> ENDINGS =
            Set.of(".py", ".toml", ".cfg", ".ini", ".html", ".jinja", ".jinja2", ".sql");
    private static final Set<String> RELOADING = Set.of("uvicorn", "gunicorn", "hypercorn");

    private PythonLaunch() {}

    static Launch of(Service service, PythonFacts facts, Tree tree) {
        Optional<String> found =
                Stream.of(".venv", "venv")
                        .map(name -> RepositoryPath.join(facts.directory(), name))
                        .filter(path -> tree.isFile(path + "/pyvenv.cfg"))
                        .findFirst();
        String environment = found.orElse(RepositoryPath.join(facts.directory(), ".venv"));
        String bin = up(service.path()) + environment + "/bin";
        String activated = "PATH=\"$PWD/" + bin + ":$PATH\"; export PATH; ";
        List<String> argv = argv(service, tree);
        boolean reloads = argv.contains("--reload") || argv.contains("--debug") || isDjango(argv);
        String line = activated + "exec " + Command.of(argv);
        Launch launch =
                reloads
                        ? Launch.reloading(line, "python3")
                        : Launch.watched(line, "python3", new Sources(service.path(), ENDINGS));
        return found.isPresent() ? launch : launch.after(installation(service, facts));
    }

    /** The commands of the image's build, in a virtual environment beside the sources. */
    private static List<Step> installation(Service service, PythonFacts facts) {
        List<String> lines = new ArrayList<>();
        lines.add("python3 -m venv .venv");
        lines.add(". .venv/bin/activate");
        facts.tools()
                .forEach(
                        tool ->
                                lines.add(
                                        Command.of("python", "-m", "pip", "install", "-q", tool)
                                                .toString()));
        lines.addAll(service.install());
        // Half an environment would count as a whole one the next time.
        String line = String.join(" && ", lines) + " || { rm -rf .venv; exit 1; }";
        return List.of(new Step(service.name(), facts.directory(), line));
    }

    private static List<String> argv(Service service, Tree tree) {
        List<String> argv = new ArrayList<>(service.start().argv());
        argv.set(0, RepositoryPath.name(argv.get(0)));
        String framework = service.framework().orElse("");
        boolean django =
                framework.equals("django")
                        && tree.isFile(RepositoryPath.join(service.path(), "manage.py"))
                        && service.port().isPresent();
        if (django) {
            return List.of("python", "manage.py", "runserver", "127.0.0.1:{port}");
        }
        if (framework.equals("flask") && service.start().kind().equals("wsgi")) {
            return List.of(
                    "flask",
                    "--app",
                    service.start().entry().orElse("app"),
                    "run",
                    "--debug",
                    "--host",
                    "127.0.0.1",
                    "--port",
                    "{port}");
        }
        if (RELOADING.contains(argv.get(0))) {
            argv.add(1, "--reload");
        }
        return argv;
    }

    private static boolean isDjango(List<String> argv) {
        return argv.contains("runserver");
    }

    /** The way from a directory to the repository's root, which is not where the shell begins. */
    private static String up(String path) {
        return path.equals(RepositoryPath.ROOT) ? "" : "../".repeat(path.split("/").length);
    }
}
