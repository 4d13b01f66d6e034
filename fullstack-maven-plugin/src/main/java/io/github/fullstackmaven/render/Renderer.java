package io.github.fullstackmaven.render;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.BuildFacts;
import io.github.fullstackmaven.model.Difference;
import io.github.fullstackmaven.model.Layout;
import io.github.fullstackmaven.model.NixFacts;
import io.github.fullstackmaven.model.PageNeeds;
import io.github.fullstackmaven.model.SecretVariables;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.stages.Stages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Renders all artefacts of an application. */
public final class Renderer {
    private final TemplateEngine engine;

    public Renderer(TemplateSet templates) {
        this.engine = new TemplateEngine(templates);
    }

    /** Returns what {@code docker compose up} makes otherwise than the model says. */
    public static List<Difference> differencesOfCompose() {
        return ComposeRenderer.DIFFERENCES;
    }

    /** Returns the artefacts, sorted by path; the same application gives the same bytes. */
    public List<Artefact> render(Application application, RenderOptions options) {
        List<Artefact> artefacts = new ArrayList<>();
        artefacts.add(
                new DockerfileRenderer(engine, options.secrets())
                        .render(Stages.of(application, options.generated(), options.labels())));
        artefacts.add(new IgnoreRenderer(engine).render(application, options));
        artefacts.add(new ComposeRenderer(engine).render(application, options));
        artefacts.add(new GatewayRenderer(engine).render(application));
        if (application.layout() == Layout.SPLIT) {
            artefacts.add(new GatewayRenderer(engine).upstreamsOf(application));
            artefacts.add(program("fullstack-gateway"));
        }
        artefacts.add(new CspRenderer(engine).render(application, PageNeeds.NONE));
        artefacts.add(new SupervisorRenderer(engine).render(application));
        artefacts.addAll(verbatim());
        if (application.services().stream().anyMatch(s -> s.facts() instanceof NixFacts)) {
            artefacts.add(program("fullstack-nix"));
        }
        if (SecretVariables.names(application).isPresent()) {
            artefacts.add(program(SecretVariables.FILE));
        }
        application.services().forEach(service -> artefacts.addAll(skeleton(service, options)));
        if (isBuilt(application, BuildFacts.Rust::keepsLocalPackages)) {
            artefacts.add(program("fullstack-local-crates"));
        }
        if (isBuilt(application, BuildFacts.Rust::keepsDependencies)) {
            artefacts.add(program("fullstack-kept-crates"));
        }
        artefacts.sort(Comparator.comparing(Artefact::path));
        return List.copyOf(artefacts);
    }

    /** Returns the policy with what built pages need of it. */
    public Artefact contentSecurityPolicy(Application application, PageNeeds needs) {
        return new CspRenderer(engine).render(application, needs);
    }

    private List<Artefact> verbatim() {
        TemplateSet files = engine.templates();
        return List.of(
                Artefact.file("context/mime.types", files.verbatim("mime.types")),
                Artefact.file(
                        "context/security-headers.conf", files.verbatim("security-headers.conf")),
                program("fullstack-elf-guard"),
                program("fullstack-probe"),
                program("fullstack-supervisor"));
    }

    private Artefact program(String name) {
        return Artefact.program("context/" + name, engine.templates().verbatim(name));
    }

    private static boolean isBuilt(Application application, Predicate<BuildFacts.Rust> how) {
        return application.services().stream()
                .filter(service -> !service.buildSetByUser())
                .map(Service::facts)
                .anyMatch(facts -> facts instanceof BuildFacts.Rust rust && how.test(rust));
    }

    private static List<Artefact> skeleton(Service service, RenderOptions options) {
        if (service.buildSetByUser() && service.facts() instanceof BuildFacts.Rust) {
            return List.of();
        }
        String directory = options.skeleton(service);
        return service.facts().skeleton().entrySet().stream()
                .map(file -> Artefact.file(directory + "/" + file.getKey(), file.getValue()))
                .toList();
    }
}
