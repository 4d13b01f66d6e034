package io.github.fullstackmaven.detect.python;

import io.github.fullstackmaven.detect.python.WebApplication.Protocol;
import io.github.fullstackmaven.model.Start;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Chooses the server for an application from those that are installed, and writes its command. */
final class Servers {
    private static final String ADDRESS = "{host}:{port}";

    private final PythonProject project;
    private final PythonBuilds builds;

    Servers(PythonProject project, PythonBuilds builds) {
        this.project = project;
        this.builds = builds;
    }

    Launch launch(WebApplication app) {
        return app.protocol() == Protocol.ASGI ? asynchronous(app) : synchronous(app);
    }

    /** What a project installs shows how it means to be served where it could be both. */
    boolean prefersAsynchronous() {
        boolean both = project.dependsOn("gunicorn") || project.dependsOn("waitress");
        boolean only = !both && (project.dependsOn("uvicorn") || project.dependsOn("hypercorn"));
        return only || project.dependsOn("channels") || project.dependsOn("daphne");
    }

    private Launch synchronous(WebApplication app) {
        if (!project.dependsOn("gunicorn")) {
            if (project.dependsOn("waitress")) {
                return launch(
                        app,
                        app.factory()
                                ? List.of(
                                        "waitress-serve",
                                        "--host={host}",
                                        "--port={port}",
                                        "--call",
                                        app.entry())
                                : List.of(
                                        "waitress-serve",
                                        "--host={host}",
                                        "--port={port}",
                                        app.entry()),
                        Optional.empty());
            }
            if (project.dependsOn("granian")) {
                return launch(app, granian(app, "wsgi"), Optional.empty());
            }
        }
        Optional<String> addition =
                project.dependsOn("gunicorn")
                        ? Optional.empty()
                        : Optional.of(builds.tool("gunicorn"));
        return launch(app, List.of("gunicorn", "--bind", ADDRESS, called(app)), addition);
    }

    private Launch asynchronous(WebApplication app) {
        boolean uvicorn = project.dependsOn("uvicorn") || bringsUvicorn();
        if (app.framework().filter("sanic"::equals).isPresent() && !uvicorn) {
            return launch(
                    app,
                    factory(
                            app,
                            "sanic",
                            app.entry(),
                            "--host={host}",
                            "--port={port}",
                            "--single-process"),
                    Optional.empty());
        }
        if (project.dependsOn("gunicorn")
                && (project.dependsOn("uvicorn-worker") || project.dependsOn("uvicorn"))) {
            String worker =
                    project.dependsOn("uvicorn-worker")
                            ? "uvicorn_worker.UvicornWorker"
                            : "uvicorn.workers.UvicornWorker";
            return launch(
                    app,
                    List.of("gunicorn", "--bind", ADDRESS, "--worker-class", worker, called(app)),
                    Optional.empty());
        }
        if (!uvicorn) {
            if (project.dependsOn("hypercorn")) {
                return launch(
                        app,
                        List.of("hypercorn", "--bind", ADDRESS, called(app)),
                        Optional.empty());
            }
            if (project.dependsOn("granian")) {
                return launch(app, granian(app, "asgi"), Optional.empty());
            }
            if (project.dependsOn("daphne")) {
                return launch(
                        app,
                        List.of("daphne", "-b", "{host}", "-p", "{port}", app.entry()),
                        Optional.empty());
            }
        }
        return launch(
                app,
                factory(app, "uvicorn", app.entry(), "--host", "{host}", "--port", "{port}"),
                uvicorn ? Optional.empty() : Optional.of(builds.tool("uvicorn")));
    }

    /** The extras of some frameworks, and what is built upon uvicorn, bring it along. */
    private boolean bringsUvicorn() {
        Requirement fastapi = project.dependencies().get("fastapi");
        Requirement litestar = project.dependencies().get("litestar");
        return (fastapi != null
                        && (fastapi.extras().contains("standard")
                                || fastapi.extras().contains("all")))
                || (litestar != null && litestar.extras().contains("standard"))
                || project.dependsOn("fastapi-cli")
                || project.dependsOn("python-fasthtml");
    }

    private static List<String> granian(WebApplication app, String protocol) {
        return factory(
                app,
                "granian",
                "--interface",
                protocol,
                "--host",
                "{host}",
                "--port",
                "{port}",
                app.entry());
    }

    private static List<String> factory(WebApplication app, String... words) {
        List<String> command = new ArrayList<>(List.of(words));
        if (app.factory()) {
            command.add(1, "--factory");
        }
        return command;
    }

    private static String called(WebApplication app) {
        return app.entry() + (app.factory() ? "()" : "");
    }

    private Launch launch(WebApplication app, List<String> words, Optional<String> addition) {
        List<String> argv = new ArrayList<>(words);
        argv.set(0, Launch.PROGRAMS + words.get(0));
        Map<String, String> variables = new TreeMap<>();
        if (!app.root().equals(RepositoryPath.ROOT)) {
            variables.put("PYTHONPATH", app.root());
        }
        Start start =
                new Start(
                        app.protocol().name().toLowerCase(Locale.ROOT),
                        argv,
                        Optional.of(app.entry()));
        return new Launch(start, file(app.place()), addition, variables);
    }

    private static String file(String place) {
        return place.substring(0, place.lastIndexOf(':'));
    }
}
