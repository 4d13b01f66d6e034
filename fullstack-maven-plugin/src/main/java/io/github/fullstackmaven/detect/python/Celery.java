package io.github.fullstackmaven.detect.python;

import io.github.fullstackmaven.detect.source.PythonLine;
import io.github.fullstackmaven.model.Evidence;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.Start;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The worker of Celery: what takes the tasks that the back end puts into a queue. */
final class Celery {
    private static final String NAME = "celery";

    private final PythonProject project;
    private final PythonSources sources;

    Celery(PythonProject project, PythonSources sources) {
        this.project = project;
        this.sources = sources;
    }

    /** Returns the worker; empty where Celery is not installed, or no module makes its queue. */
    Optional<Service> worker(Service service) {
        return project.dependsOn(NAME)
                ? sources.all().stream().flatMap(file -> queue(file, service).stream()).findFirst()
                : Optional.empty();
    }

    private Optional<Service> queue(PythonFile file, Service service) {
        for (PythonLine line : file.lines()) {
            int sign = line.nested() ? -1 : Constructors.assignment(line);
            boolean makes =
                    sign >= 0
                            && Constructors.called(line.tokens(), sign + 1)
                                    .filter("Celery"::equals)
                                    .isPresent();
            if (makes) {
                return Optional.of(worker(file, line.tokens().get(0).text(), service));
            }
        }
        return Optional.empty();
    }

    private Service worker(PythonFile file, String name, Service service) {
        String root = SourceRoots.of(sources, file);
        String entry = SourceRoots.module(sources.directory(), root, file) + ":" + name;
        Start start =
                new Start(
                        "script",
                        List.of(
                                Launch.PROGRAMS + NAME,
                                "--app",
                                entry,
                                "worker",
                                "--loglevel=INFO"),
                        Optional.of(entry));
        Map<String, String> variables = new TreeMap<>(service.variables());
        variables.remove("PYTHONPATH");
        if (!root.equals(RepositoryPath.ROOT)) {
            variables.put("PYTHONPATH", root);
        }
        List<Evidence> evidence = new ArrayList<>(service.evidence());
        evidence.add(new Evidence(file.path(), "python.celery"));
        return service.worker(NAME, start).but().variables(variables).evidence(evidence).service();
    }
}
