package io.github.fullstackmaven.stages;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.BuildFacts;
import io.github.fullstackmaven.model.DockerfileFacts;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.GoFacts;
import io.github.fullstackmaven.model.JavaFacts;
import io.github.fullstackmaven.model.Layout;
import io.github.fullstackmaven.model.NixFacts;
import io.github.fullstackmaven.model.NodeFacts;
import io.github.fullstackmaven.model.PagesFacts;
import io.github.fullstackmaven.model.PythonFacts;
import io.github.fullstackmaven.model.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says by which stages an application becomes an image. */
public final class Stages {
    private Stages() {}

    /**
     * Returns the stages of an application.
     *
     * @param application with at least one service
     * @param generated where the generated part of the build context is
     * @param labels what the image says about its origin
     */
    public static Build of(
            Application application, GeneratedContext generated, ImageLabels labels) {
        Map<Service, ServiceStages> services = new LinkedHashMap<>();
        for (Service service : built(application)) {
            services.put(service, stages(new Part(application, service, generated)));
        }
        List<Stage> stages = new ArrayList<>();
        services.values().forEach(service -> stages.addAll(service.stages()));
        stages.add(bundle(application));
        if (application.hasOwnImage()) {
            stages.add(
                    SelfContainedTools.stage(
                            application.images().base(Needs.RUNTIME),
                            SingleStages.programs(application, generated)));
        }
        stages.addAll(new SplitStages(application, services, generated, labels).stages());
        if (application.layout() == Layout.SINGLE) {
            stages.addAll(new SingleStages(application, services, generated, labels).stages());
        } else {
            stages.add(new GatewayStage(application, generated, labels).stage());
        }
        return new Build(stages);
    }

    private static List<Service> built(Application application) {
        return application.services().stream().filter(s -> s.partOf().isEmpty()).toList();
    }

    private static ServiceStages stages(Part part) {
        BuildFacts facts = part.service().facts();
        if (facts instanceof NixFacts nix) {
            return new NixStages(part, nix);
        }
        boolean program = part.service().start().kind().equals("binary");
        if (part.service().buildSetByUser() && program) {
            return new CustomStages(part);
        }
        if (facts instanceof NodeFacts node) {
            return node.program()
                    .<ServiceStages>map(runs -> new NodeProgramStages(part, node, runs))
                    .orElseGet(() -> new NodeStages(part, node));
        }
        if (facts instanceof BuildFacts.Rust rust) {
            return new RustStages(part, rust);
        }
        if (facts instanceof GoFacts go) {
            return new GoStages(part, go);
        }
        if (facts instanceof PythonFacts python) {
            return new PythonStages(part, python);
        }
        if (facts instanceof JavaFacts java) {
            return new JavaStages(part, java);
        }
        if (facts instanceof DockerfileFacts) {
            return new DockerfileStages(part);
        }
        if (facts instanceof PagesFacts pages) {
            return new PagesStages(part, pages);
        }
        throw notBuilt(part.service());
    }

    /** Without pages there is nothing in it. */
    private static Stage bundle(Application application) {
        return new Stage(
                Build.BUNDLE,
                "The pages alone, to be exported and checked.",
                Stage.SCRATCH,
                application
                        .frontend()
                        .map(pages -> Step.Copy.from(pages.name(), Sources.OUT + "/", "/"))
                        .map(copy -> List.<Step>of(copy))
                        .orElse(List.of()));
    }

    private static FullstackException notBuilt(Service service) {
        return FullstackException.project(
                Finding.error(
                                "FS-STAGES-003",
                                "this version does not build "
                                        + service.ecosystem().id()
                                        + " as a "
                                        + service.kind().id(),
                                "give the service a Dockerfile of its own in "
                                        + service.path()
                                        + ", or set backendBuild and backendOutput")
                        .at(service.path()));
    }
}
