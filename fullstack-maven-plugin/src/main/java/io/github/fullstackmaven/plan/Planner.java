package io.github.fullstackmaven.plan;

import io.github.fullstackmaven.detect.Detector;
import io.github.fullstackmaven.detect.evidence.Answer;
import io.github.fullstackmaven.detect.evidence.DevProxy;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Edge;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Images;
import io.github.fullstackmaven.model.Layout;
import io.github.fullstackmaven.model.NixFacts;
import io.github.fullstackmaven.model.Plan;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.model.Severity;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.Surroundings;
import io.github.fullstackmaven.model.Tls;
import io.github.fullstackmaven.model.Variables;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the plan of an application from what the user said and what the repository holds. Never
 * fails: what is wrong is a finding, and the plan is as complete as it can be.
 */
public final class Planner {
    /** What is said about a detected port, which does not matter when somebody set one. */
    private static final Set<String> ABOUT_PORT = Set.of("FS-RUST-010", "FS-DOCKERFILE-003");

    /** That a program listens on the loopback address alone. */
    private static final Set<String> ABOUT_LOOPBACK =
            Set.of("FS-RUST-011", "FS-GO-011", "FS-NODE-010", "FS-PYTHON-007");

    private static final Variables NO_VARIABLES = new Variables(Map.of());

    private final Request request;
    private final Tree tree;
    private final Detector detector;
    private final EnvFiles env;
    private final Flakes flakes;
    private final BaseImages bases = BaseImages.table();
    private final List<Finding> findings = new ArrayList<>();
    private final List<DevProxy> proxies = new ArrayList<>();
    private final List<Service> services = new ArrayList<>();
    private final Map<String, ServiceRequest> said = new HashMap<>();

    private Planner(Request request, Tree tree) {
        this.request = request;
        this.tree = tree;
        this.detector = new Detector(tree);
        this.flakes = new Flakes(tree, request);
        this.env = EnvFiles.read(request, tree);
    }

    /** Returns the plan. */
    public static Plan plan(Request request, Tree tree) {
        return new Planner(request, tree).plan();
    }

    private Plan plan() {
        findings.addAll(RequestChecks.of(request));
        findings.addAll(env.findings());
        services();
        brokenManifests();
        findings.addAll(tree.findings());
        flakes.unused().ifPresent(findings::add);
        findings.addAll(flakes.findings());
        Routes routes = new Routes(request, said, tree, proxies);
        Volumes volumes = Volumes.of(request, env.variables());
        Toolchains toolchains = new Toolchains(bases);
        Processes processes = new Processes(request.layout().value());
        List<Service> settled =
                processes.settled(
                        new ProxiedPorts(proxies)
                                .settled(services.stream().map(toolchains::settled).toList()));
        HookPlan hooks = new HookPlan(request.hooks(), tree, settled);
        SecretPlan secrets = new SecretPlan(request, env.variables());
        bases.settle(request);
        Application application =
                new Application(
                        request.name().value(),
                        request.environment().value(),
                        request.domain().map(Sourced::value),
                        request.layout().value(),
                        settled,
                        routes.of(settled),
                        env.variables(),
                        env.files(),
                        volumes.volumes(),
                        new Edge(
                                request.edgeManaged(),
                                request.httpPort().value(),
                                request.httpsPort().value()),
                        tls(),
                        request.allowedOrigins(),
                        request.timing(),
                        request.resources(),
                        new Images(request.image().value(), bases.images()),
                        request.retain(),
                        new Surroundings(hooks.hooks(), secrets.secrets()));
        AccessoryPlan accessories = AccessoryPlan.of(request.accessories(), application);
        findings.addAll(accessories.findings());
        findings.addAll(processes.findings());
        findings.addAll(hooks.findings());
        findings.addAll(secrets.findings());
        findings.addAll(routes.findings());
        if (routes.findings().isEmpty()) {
            findings.replaceAll(f -> f.id().equals(Selection.SEVERAL) ? f.as(Severity.INFO) : f);
        }
        volumes.besides(settled);
        findings.addAll(volumes.findings());
        return new Plan(
                application.with(
                        application.surroundings().withAccessories(accessories.accessories())),
                Strictness.apply(request, findings));
    }

    private void services() {
        Selection selection = new Selection(tree, detector);
        Optional<Choice> frontend = selection.frontend(request.frontend());
        List<Choice> backends = selection.backends(request.backends());
        selection.complete(frontend, backends);
        selection.infrastructure();
        frontend.ifPresent(this::service);
        backends.forEach(this::service);
        selection.workers(backends).forEach(this::service);
        findings.addAll(selection.findings());
    }

    private void service(Choice choice) {
        ServiceRequest asked = choice.request();
        ServiceSettings settings = new ServiceSettings(asked);
        Answer answer = detector.look(choice.site(), settings.hints());
        Service service = flakes.settled(settings.over(answer.service(), choice.name()), asked);
        boolean byNix = service.facts() instanceof NixFacts;
        said.put(service.name(), asked);
        boolean portIsSet = asked.port().isPresent() || env.variables().names().contains("PORT");
        answer.findings().stream()
                .filter(finding -> !(byNix && finding.id().equals("FS-DETECT-010")))
                .filter(finding -> !(portIsSet && ABOUT_PORT.contains(finding.id())))
                .map(this::forLayout)
                .forEach(findings::add);
        findings.addAll(settings.findings());
        proxies.addAll(answer.proxies());
        if (service.isProcess() && service.kind() != ServiceKind.WORKER) {
            boolean first = services.stream().noneMatch(Service::isBackend);
            Ports ports = new Ports(first ? env.variables() : NO_VARIABLES, proxies);
            services.add(ports.settled(service, asked.port()));
            findings.addAll(ports.findings());
        } else {
            services.add(service);
        }
        for (Service worker : answer.workers()) {
            // Another program of the same module is built by itself.
            boolean same = worker.facts().equals(answer.service().facts());
            services.add(
                    worker.but()
                            .name(service.name() + "-" + worker.name())
                            .partOf(same ? Optional.of(service.name()) : Optional.empty())
                            .service());
        }
    }

    /** In one container the gateway reaches the loopback address as well. */
    private Finding forLayout(Finding finding) {
        boolean harmless =
                ABOUT_LOOPBACK.contains(finding.id()) && request.layout().value() == Layout.SINGLE;
        return harmless ? finding.as(Severity.INFO) : finding;
    }

    /** A manifest that does not parse stops the build when nothing else was found in its place. */
    private void brokenManifests() {
        boolean complete =
                services.stream().anyMatch(Service::isBackend)
                        && services.stream().anyMatch(s -> !s.isBackend());
        for (Finding broken : detector.broken().values()) {
            String directory = RepositoryPath.parent(broken.file().orElse(RepositoryPath.ROOT));
            boolean used =
                    services.stream().anyMatch(s -> RepositoryPath.isWithin(s.path(), directory));
            findings.add(complete && !used ? broken.as(Severity.WARNING) : broken);
        }
    }

    private Optional<Tls> tls() {
        return request.tlsCertificate()
                .flatMap(
                        certificate ->
                                request.tlsKey()
                                        .map(key -> new Tls(certificate.value(), key.value())));
    }
}
