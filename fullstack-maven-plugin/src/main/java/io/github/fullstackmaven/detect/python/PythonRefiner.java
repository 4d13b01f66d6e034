package io.github.fullstackmaven.detect.python;

import io.github.fullstackmaven.detect.evidence.Answer;
import io.github.fullstackmaven.detect.evidence.Hints;
import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.detect.rules.RuleBook;
import io.github.fullstackmaven.detect.source.ProcfileWorkers;
import io.github.fullstackmaven.model.Evidence;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Health;
import io.github.fullstackmaven.model.PythonFacts;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.Start;
import io.github.fullstackmaven.model.ToolVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Looks into a Python site: what installs it, what it serves, with which server and where. */
public final class PythonRefiner {
    private static final Map<String, String> VARIABLES =
            Map.of(
                    "PYTHONDONTWRITEBYTECODE", "1",
                    "PYTHONFAULTHANDLER", "1",
                    "PYTHONUNBUFFERED", "1");

    private static final Start NOTHING = new Start("none", List.of(), Optional.empty());

    private final Manifests manifests;
    private final RuleBook rules;
    private final PythonBuilds builds = PythonBuilds.load();

    public PythonRefiner(Manifests manifests, RuleBook rules) {
        this.manifests = manifests;
        this.rules = rules;
    }

    /** Returns what was found. */
    public Answer answer(Site site, Hints hints) {
        PythonProject project = PythonProject.of(manifests, site.path());
        PythonSources sources = new PythonSources(manifests.tree(), site.path());
        List<Finding> findings = new ArrayList<>();
        List<Evidence> evidence = new ArrayList<>(site.evidence());
        PackageManagers managers = new PackageManagers(project);
        Optional<PackageManager> manager = managers.choose();
        manager.ifPresent(m -> evidence.add(new Evidence(m.file(), m.rule())));
        manager.flatMap(Installation::unlocked).ifPresent(findings::add);
        findings.addAll(managers.findings());
        Optional<DjangoProject> django =
                site.framework().filter("django"::equals).flatMap(any -> DjangoProject.of(sources));
        LaunchFinder finder = new LaunchFinder(project, sources, site.framework(), builds);
        Optional<Launch> launch = finder.find(django);
        findings.addAll(finder.findings());
        launch.ifPresent(l -> evidence.add(new Evidence(l.source(), "python.start")));
        if (launch.isEmpty() && hints.start().isEmpty() && !hints.ownBuild()) {
            findings.add(nothingToStart(site));
        }
        launch.flatMap(Launch::addition).ifPresent(added -> findings.add(added(added, site)));
        django.ifPresent(d -> findings.addAll(aboutDjango(project, d)));
        PythonVersion version = new PythonVersion(project, builds);
        List<ToolVersion> versions = version.read().map(List::of).orElse(List.of());
        findings.addAll(version.findings());
        PythonPort ports = new PythonPort(ordered(sources, launch));
        Optional<Sourced<Integer>> port =
                finder.port().or(ports::read).or(() -> site.framework().flatMap(rules::usualPort));
        takesPort(launch, ports)
                .ifPresent(file -> evidence.add(new Evidence(file, "python.port-variable")));
        if (launch.filter(Launch::listensByItself).isPresent()) {
            ports.loopback().ifPresent(place -> findings.add(loopback(place)));
        }
        Optional<Health> health = new HealthReader(sources.all()).read();
        Installation installation = Installation.of(project, manager, builds);
        for (String addition : launch.flatMap(Launch::addition).stream().toList()) {
            installation = installation.and(addition);
        }
        NativeLibraries libraries = NativeLibraries.of(project, manager, builds);
        Map<String, String> variables = new TreeMap<>(VARIABLES);
        launch.ifPresent(l -> variables.putAll(l.variables()));
        Service service =
                Service.at(site.path(), site.kind(), site.ecosystem())
                        .framework(site.framework())
                        .packageManager(manager.map(PackageManager::id))
                        .versions(versions)
                        .install(installation.commands())
                        .build(django.map(DjangoProject::buildCommands).orElse(List.of()))
                        .start(launch.map(Launch::start).orElse(NOTHING))
                        .port(port)
                        .health(health)
                        .variables(variables)
                        .facts(
                                new PythonFacts(
                                        installation.directory(),
                                        installation.manifests(),
                                        installation.tools(),
                                        installation.packages(),
                                        libraries.build(),
                                        libraries.runtime(),
                                        sources.compiled()))
                        .accuracy(site.accuracy())
                        .evidence(evidence.stream().distinct().toList())
                        .service();
        if (project.has("Procfile")) {
            return new Answer(service, inProcfile(service), List.of(), findings);
        }
        // A Procfile says all processes; without, the worker of a queue is known by its package.
        Optional<Service> queue = new Celery(project, sources).worker(service);
        return service.kind() == ServiceKind.WORKER
                ? new Answer(queue.orElse(service), List.of(), findings)
                : new Answer(service, queue.stream().toList(), List.of(), findings);
    }

    private List<Service> inProcfile(Service service) {
        return ProcfileWorkers.beside(
                manifests.tree(),
                service,
                (file, process) ->
                        WrittenCommand.of(process.command(), file.source(process))
                                .map(command -> command.launch().start()));
    }

    /** The file that is started says more about the port than any other. */
    private static List<PythonFile> ordered(PythonSources sources, Optional<Launch> launch) {
        List<PythonFile> files = new ArrayList<>();
        launch.filter(l -> l.source().endsWith(".py"))
                .flatMap(l -> sources.file(l.source()))
                .ifPresent(files::add);
        sources.all().stream().filter(file -> !files.contains(file)).forEach(files::add);
        return files;
    }

    private static Optional<String> takesPort(Optional<Launch> launch, PythonPort ports) {
        return launch.filter(Launch::takesPort).map(Launch::source).or(ports::variable);
    }

    private static List<Finding> aboutDjango(PythonProject project, DjangoProject django) {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                Finding.info(
                                "FS-PYTHON-008",
                                "migrations are not run when the application starts",
                                "run python manage.py migrate before a release that brings some")
                        .at(django.managePath()));
        if (django.collectsStatic() && !project.dependsOn("whitenoise")) {
            findings.add(
                    Finding.info(
                                    "FS-PYTHON-009",
                                    "static files are collected, but nothing in the back end serves"
                                            + " them",
                                    "add whitenoise, if pages of Django itself need them")
                            .at(django.managePath()));
        }
        return findings;
    }

    private static Finding nothingToStart(Site site) {
        return Finding.error(
                        "FS-PYTHON-005",
                        "no application was found that a server could start, and no main file",
                        "set fullstack.backendStart, or define app in main.py")
                .at(site.path());
    }

    private static Finding added(String requirement, Site site) {
        return Finding.info(
                        "FS-PYTHON-010",
                        "the project installs no server for its application; "
                                + requirement
                                + " is added to the image",
                        "add the server of your choice to the dependencies")
                .at(site.path());
    }

    private static Finding loopback(String place) {
        int colon = place.lastIndexOf(':');
        return Finding.warning(
                        "FS-PYTHON-007",
                        "the server listens on the loopback address alone",
                        "bind to 0.0.0.0, or to the address in the variable HOST")
                .at(place.substring(0, colon), Integer.parseInt(place.substring(colon + 1)));
    }
}
