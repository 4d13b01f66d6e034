package io.github.fullstackmaven.goal.dev;

import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.detect.node.DevProject;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.Route;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** Decides what is started, where, with which variables and on which ports. */
public final class DevPlanner {
    private static final int SUPPOSED = 5173;

    private final Application application;
    private final Manifests manifests;
    private final Machine machine;
    private final Wanted wanted;
    private final Launches launches;
    private final DevPorts ports;
    private final BackendPorts backends;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Service, Launch> processes = new LinkedHashMap<>();

    /**
     * Takes what there is.
     *
     * @param application with what its secrets hold
     */
    public DevPlanner(Application application, Tree tree, Machine machine, Wanted wanted) {
        this.application = application;
        this.manifests = new Manifests(tree);
        this.machine = machine;
        this.wanted = wanted;
        this.launches = new Launches(manifests, machine, wanted);
        this.ports = new DevPorts(machine);
        this.backends = new BackendPorts(application, ports);
    }

    /**
     * Returns the plan.
     *
     * @throws FullstackException when something has to be settled first
     */
    public DevPlan plan() {
        checkNames();
        Optional<Service> front =
                application.services().stream().filter(DevPlanner::isPages).findFirst();
        Optional<PagesLaunch> pages = front.flatMap(this::pages);
        processes();
        processes.forEach((service, launch) -> backends.give(service, launch, pages));
        findings.addAll(backends.findings());
        OptionalInt entry = entryPort(pages);
        DevVariables variables =
                new DevVariables(application, entry.orElse(backends.first().orElse(SUPPOSED)));
        List<DevProgram> programs = new ArrayList<>();
        Set<Step> before = new LinkedHashSet<>();
        List<Handover> handovers = new ArrayList<>();
        pages.ifPresent(
                found -> {
                    Launch launch =
                            found.launch(told(found, entry), manifests.tree(), machine::onPath);
                    keep(found.service(), launch, before);
                    programs.add(pages(found, launch, entry, variables));
                    Handovers handed = new Handovers(application, backends);
                    handovers.addAll(handed.of(found));
                    findings.addAll(handed.findings());
                });
        front.filter(service -> pages.isEmpty())
                .flatMap(launches::said)
                .ifPresent(
                        launch ->
                                programs.add(
                                        program(
                                                front.orElseThrow(),
                                                launch,
                                                variables.ofPages(
                                                        front.orElseThrow(), Optional.empty()),
                                                wanted.port())));
        processes.forEach(
                (service, launch) -> {
                    front.ifPresent(built -> embedded(service, built, before));
                    keep(service, launch, before);
                    programs.add(
                            program(
                                    service,
                                    launch,
                                    variables.of(backends.moved(service)),
                                    backends.of(service)));
                });
        findings.addAll(MissingSurroundings.of(application));
        end(programs);
        Optional<String> opened =
                front.map(Service::name)
                        .filter(name -> programs.stream().anyMatch(p -> p.name().equals(name)))
                        .or(() -> application.backend().map(Service::name));
        return new DevPlan(List.copyOf(before), programs, opened, handovers, findings);
    }

    private void checkNames() {
        for (String name : wanted.commands().keySet()) {
            if (application.service(name).isEmpty()) {
                findings.add(
                        Finding.error(
                                        "FS-DEV-004",
                                        "no service is called " + name,
                                        "services are: "
                                                + String.join(
                                                        ", ",
                                                        application.services().stream()
                                                                .map(Service::name)
                                                                .toList()))
                                .at("<devCommands>"));
            }
        }
    }

    private static boolean isPages(Service service) {
        return service.kind() == ServiceKind.STATIC_FRONTEND
                || service.kind() == ServiceKind.SSR_FRONTEND;
    }

    private Optional<PagesLaunch> pages(Service service) {
        if (wanted.commands().containsKey(service.name())) {
            return Optional.empty();
        }
        Optional<DevProject> project = DevProject.of(manifests, service.path());
        if (project.isEmpty()) {
            findings.add(
                    Finding.warning(
                                    "FS-DEV-002",
                                    service.name()
                                            + " is not started: plain pages have no dev server",
                                    "name one in <devCommands>, or open the back end's address")
                            .at(service.path()));
        }
        return project.map(found -> PagesLaunch.of(service, found));
    }

    private void processes() {
        for (Service service : application.processes()) {
            if (isPages(service)) {
                continue;
            }
            Optional<Launch> launch = launches.of(service);
            launch.ifPresent(found -> processes.put(service, found));
            if (launch.isEmpty()) {
                findings.add(
                        Finding.warning(
                                        "FS-DEV-002",
                                        service.name()
                                                + " is not started: how it is run without a"
                                                + " container is not known",
                                        "start it yourself"
                                                + service.port()
                                                        .map(p -> " on port " + p.value())
                                                        .orElse("")
                                                + ", or name the command in <devCommands>")
                                .at(service.path()));
                backends.startedElsewhere(service);
            }
        }
    }

    private OptionalInt entryPort(Optional<PagesLaunch> pages) {
        if (pages.isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalInt own = wanted.port().isPresent() ? wanted.port() : pages.get().port();
        if (own.isEmpty()) {
            return own;
        }
        if (ports.isFree(own.getAsInt())) {
            return OptionalInt.of(ports.take(own.getAsInt()));
        }
        if (wanted.port().isPresent() || !pages.get().takesPort()) {
            findings.add(
                    ports.taken(
                            pages.get().service().name(),
                            own.getAsInt(),
                            "stop that, or choose another with -Dfullstack.devPort"));
            return own;
        }
        return OptionalInt.of(ports.from(own.getAsInt()));
    }

    /** A dev server is told nothing that it would not do otherwise. */
    private static OptionalInt told(PagesLaunch pages, OptionalInt entry) {
        return entry.equals(pages.port()) ? OptionalInt.empty() : entry;
    }

    private DevProgram pages(
            PagesLaunch pages, Launch launch, OptionalInt entry, DevVariables variables) {
        ProxyCheck check = new ProxyCheck(pages);
        Optional<Route> handedOn =
                application
                        .backend()
                        .flatMap(application::route)
                        .filter(route -> check.handing(route).isPresent());
        Map<String, String> environment =
                new TreeMap<>(variables.ofPages(pages.service(), handedOn));
        environment.putAll(backends.targets());
        if (pages.service().isProcess()) {
            entry.ifPresent(port -> environment.put("PORT", String.valueOf(port)));
        }
        return program(pages.service(), launch, environment, entry);
    }

    private void keep(Service service, Launch launch, Set<Step> before) {
        findings.addAll(launch.findings());
        launch.before().forEach(step -> add(step, before));
        for (String tool : launch.tools()) {
            if (!tool.startsWith("./") && !machine.onPath(tool)) {
                findings.add(missing(service, tool));
            }
        }
    }

    /** Pages that a program takes into itself have to be there, or it is not compiled. */
    private void embedded(Service program, Service front, Set<Step> before) {
        Optional<String> output =
                front.output().map(path -> RepositoryPath.join(front.path(), path));
        boolean needed =
                output.filter(program.facts().embedded()::contains)
                        .filter(path -> !manifests.tree().isDirectory(path))
                        .isPresent();
        if (needed) {
            NodeTool.of(front, machine::onPath).build(front).forEach(step -> add(step, before));
        }
    }

    /** Members of one workspace are installed together. */
    private static void add(Step step, Set<Step> before) {
        boolean same =
                before.stream()
                        .anyMatch(
                                other ->
                                        other.directory().equals(step.directory())
                                                && other.line().equals(step.line()));
        if (!same) {
            before.add(step);
        }
    }

    private static Finding missing(Service service, String tool) {
        String version =
                service.versions().stream()
                        .findFirst()
                        .map(v -> " (the repository asks for " + v.tool() + " " + v.value() + ")")
                        .orElse("");
        return Finding.error(
                        "FS-DEV-007",
                        tool + ", which runs " + service.name() + ", is not on the PATH",
                        "install it" + version)
                .at(service.path());
    }

    private static DevProgram program(
            Service service, Launch launch, Map<String, String> environment, OptionalInt port) {
        Map<String, String> all = new TreeMap<>(environment);
        all.putAll(launch.environment());
        all.putIfAbsent("COREPACK_ENABLE_DOWNLOAD_PROMPT", "0");
        String line =
                launch.line()
                        .replace("{host}", "127.0.0.1")
                        .replace("{port}", port.isPresent() ? "" + port.getAsInt() : "");
        return new DevProgram(
                service.name(),
                service.path(),
                line,
                all,
                port,
                launch.sources(),
                isPages(service));
    }

    private void end(List<DevProgram> programs) {
        List<Finding> errors = findings.stream().filter(Finding::isError).toList();
        if (errors.isEmpty() && programs.isEmpty()) {
            errors =
                    List.of(
                            Finding.error(
                                    "FS-DEV-011",
                                    "there is nothing to start",
                                    "see what was found with fullstack:detect"));
        }
        if (!errors.isEmpty()) {
            throw FullstackException.project(errors);
        }
    }
}
