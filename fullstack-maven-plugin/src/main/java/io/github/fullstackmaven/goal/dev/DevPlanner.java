package io.github.fullstackmaven.goal.dev;

import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.detect.evidence.TargetVariable;
import io.github.fullstackmaven.detect.node.DevProject;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.Route;
import io.github.fullstackmaven.model.Secret;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.model.Sourced;
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
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Service, Launch> processes = new LinkedHashMap<>();
    private final Map<String, Integer> portOf = new TreeMap<>();
    private final Map<String, String> targets = new TreeMap<>();

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
        backendPorts(pages);
        OptionalInt entry = entryPort(pages);
        DevVariables variables =
                new DevVariables(
                        application,
                        entry.orElse(portOf.values().stream().findFirst().orElse(SUPPOSED)));
        List<DevProgram> programs = new ArrayList<>();
        Set<Step> before = new LinkedHashSet<>();
        List<Handover> handovers = new ArrayList<>();
        pages.ifPresent(
                found -> {
                    Launch launch =
                            found.launch(told(found, entry), manifests.tree(), machine::onPath);
                    keep(found.service(), launch, before);
                    programs.add(pages(found, launch, entry, variables));
                    handovers.addAll(handovers(found));
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
                                    variables.of(moved(service)),
                                    port(service.name())));
                });
        surroundings();
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
                service.port().ifPresent(p -> portOf.put(service.name(), p.value()));
            }
        }
    }

    private void backendPorts(Optional<PagesLaunch> pages) {
        for (Service service : processes.keySet()) {
            if (service.port().isEmpty()) {
                continue;
            }
            int own = service.port().get().value();
            Optional<TargetVariable> variable = pages.flatMap(found -> variable(found, service));
            boolean movable = takesPort(service) && (pages.isEmpty() || variable.isPresent());
            if (!ports.isFree(own) && !movable) {
                findings.add(ports.taken(service.name(), own, remedy(service, pages)));
            }
            int port = movable ? ports.from(own) : ports.take(own);
            portOf.put(service.name(), port);
            variable.ifPresent(v -> targets.put(v.name(), v.value(port)));
        }
    }

    private static String remedy(Service service, Optional<PagesLaunch> pages) {
        return pages.isPresent()
                ? "stop that, or let the dev server's proxy take its target from a variable:"
                        + " process.env.API_URL ?? 'http://localhost:"
                        + service.port().orElseThrow().value()
                        + "'"
                : "stop that, or let the program take its port from PORT";
    }

    /** Returns the variable by which the dev server is told where a back end is. */
    private Optional<TargetVariable> variable(PagesLaunch pages, Service backend) {
        ProxyCheck check = new ProxyCheck(pages);
        return routes(backend).stream()
                .flatMap(route -> check.handing(route).stream())
                .flatMap(proxy -> proxy.variable().stream())
                .findFirst();
    }

    private boolean takesPort(Service service) {
        return processes.get(service).line().contains("{port}")
                || service.variables().values().stream().anyMatch(v -> v.contains("{port}"))
                || service.evidence().stream().anyMatch(e -> e.rule().endsWith(".port-variable"));
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
        environment.putAll(targets);
        if (pages.service().isProcess()) {
            entry.ifPresent(port -> environment.put("PORT", String.valueOf(port)));
        }
        return program(pages.service(), launch, environment, entry);
    }

    private List<Handover> handovers(PagesLaunch pages) {
        List<Handover> handovers = new ArrayList<>();
        ProxyCheck check = new ProxyCheck(pages);
        for (Service backend : application.services()) {
            OptionalInt port = port(backend.name());
            if (!backend.isBackend() || port.isEmpty()) {
                continue;
            }
            for (Route route : routes(backend)) {
                List<Finding> said = check.of(route, backend, port.getAsInt());
                findings.addAll(said);
                if (said.isEmpty()) {
                    handovers.add(handover(backend, port.getAsInt(), route));
                }
            }
        }
        return handovers;
    }

    private static Handover handover(Service backend, int port, Route route) {
        String health = backend.health().map(h -> h.path()).orElse("");
        String prefix = route.path();
        if (route.stripPrefix()) {
            String rest = health.isEmpty() ? "/" : health;
            return new Handover(backend.name(), port, prefix + rest, rest);
        }
        String path = health.startsWith(prefix + "/") ? health : prefix + "/";
        return new Handover(backend.name(), port, path, path);
    }

    private List<Route> routes(Service backend) {
        return application.routes().stream()
                .filter(route -> route.service().equals(backend.name()))
                .filter(route -> !route.path().equals("/"))
                .toList();
    }

    private OptionalInt port(String service) {
        Integer port = portOf.get(service);
        return port == null ? OptionalInt.empty() : OptionalInt.of(port);
    }

    private Service moved(Service service) {
        return portOf.containsKey(service.name())
                ? service.but()
                        .port(
                                Optional.of(
                                        new Sourced<>(portOf.get(service.name()), Sourced.DEFAULT)))
                        .service()
                : service;
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

    /** What a unit has around it and no process of this machine does. */
    private void surroundings() {
        List<String> files =
                application.surroundings().secrets().stream()
                        .filter(secret -> secret.variables().isEmpty())
                        .map(Secret::name)
                        .toList();
        if (!files.isEmpty()) {
            findings.add(
                    Finding.info(
                            "FS-DEV-008",
                            "no file of "
                                    + Secret.DIRECTORY
                                    + " is there: "
                                    + String.join(", ", files),
                            "let a variable name the file: one that is "
                                    + Secret.DIRECTORY
                                    + "/NAME names its source here"));
        }
        application
                .surroundings()
                .accessories()
                .forEach(
                        accessory ->
                                findings.add(
                                        Finding.info(
                                                "FS-DEV-009",
                                                "the accessory "
                                                        + accessory.name()
                                                        + " is not started, and its name leads"
                                                        + " nowhere here",
                                                "start it yourself, and name it in monorepo.dev.env")));
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
