package io.github.fullstackmaven.render;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.BuildFacts;
import io.github.fullstackmaven.model.Difference;
import io.github.fullstackmaven.model.Layout;
import io.github.fullstackmaven.model.NixFacts;
import io.github.fullstackmaven.model.SecretVariables;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.stages.Stages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
            artefacts.add(
                    Artefact.program(
                            "context/fullstack-gateway",
                            engine.templates().verbatim("fullstack-gateway")));
        }
        artefacts.add(new CspRenderer(engine).render(application, List.of()));
        artefacts.add(new SupervisorRenderer(engine).render(application));
        artefacts.addAll(verbatim());
        if (application.services().stream().anyMatch(s -> s.facts() instanceof NixFacts)) {
            artefacts.add(
                    Artefact.program(
                            "context/fullstack-nix", engine.templates().verbatim("fullstack-nix")));
        }
        if (SecretVariables.names(application).isPresent()) {
            artefacts.add(
                    Artefact.program(
                            "context/" + SecretVariables.FILE,
                            engine.templates().verbatim(SecretVariables.FILE)));
        }
        application.services().forEach(service -> artefacts.addAll(skeleton(service, options)));
        if (application.services().stream().anyMatch(Renderer::keepsLocalPackages)) {
            artefacts.add(
                    Artefact.program(
                            "context/fullstack-local-crates",
                            engine.templates().verbatim("fullstack-local-crates")));
        }
        if (application.services().stream().anyMatch(Renderer::keepsDependencies)) {
            artefacts.add(
                    Artefact.program(
                            "context/fullstack-dependencies",
                            engine.templates().verbatim("fullstack-dependencies")));
        }
        artefacts.sort(Comparator.comparing(Artefact::path));
        return List.copyOf(artefacts);
    }

    /** Returns the policy with the hashes of a built page's inline scripts. */
    public Artefact contentSecurityPolicy(Application application, List<String> scriptHashes) {
        return new CspRenderer(engine).render(application, scriptHashes);
    }

    private List<Artefact> verbatim() {
        TemplateSet files = engine.templates();
        return List.of(
                Artefact.file("context/mime.types", files.verbatim("mime.types")),
                Artefact.file(
                        "context/security-headers.conf", files.verbatim("security-headers.conf")),
                Artefact.program(
                        "context/fullstack-elf-guard", files.verbatim("fullstack-elf-guard")),
                Artefact.program("context/fullstack-probe", files.verbatim("fullstack-probe")),
                Artefact.program(
                        "context/fullstack-supervisor", files.verbatim("fullstack-supervisor")));
    }

    private static boolean keepsLocalPackages(Service service) {
        return !service.buildSetByUser()
                && service.facts() instanceof BuildFacts.Rust rust
                && rust.keepsLocalPackages();
    }

    private static boolean keepsDependencies(Service service) {
        return !service.buildSetByUser()
                && service.facts() instanceof BuildFacts.Rust rust
                && rust.keepsDependencies();
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
