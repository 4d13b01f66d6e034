package io.github.fullstackmaven.stages;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.BuildFacts;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.Layout;
import io.github.fullstackmaven.model.Service;
import java.util.ArrayList;
import java.util.List;

/** Says by which stages an application becomes an image. */
public final class Stages {
    private Stages() {}

    /**
     * Returns the stages of an application.
     *
     * @param application with a front end and a back end
     * @param generated where the generated part of the build context is
     * @param labels what the image says about its origin
     */
    public static Build of(
            Application application, GeneratedContext generated, ImageLabels labels) {
        Service frontend =
                application
                        .frontend()
                        .orElseThrow(() -> missing("FS-STAGES-001", "front end", "frontendDir"));
        Service backend =
                application
                        .backend()
                        .orElseThrow(() -> missing("FS-STAGES-002", "back end", "backendDir"));
        if (application.layout() != Layout.SINGLE) {
            throw FullstackException.project(
                    Finding.error(
                            "FS-STAGES-004",
                            "layout " + application.layout().id() + " is not built by this version",
                            "use layout single"));
        }
        List<Stage> stages = new ArrayList<>();
        stages.addAll(frontendStages(application, frontend, backend));
        stages.addAll(backendStages(application, backend, generated));
        stages.addAll(new SingleStages(application, backend, generated, labels).stages());
        return new Build(stages);
    }

    private static List<Stage> frontendStages(
            Application application, Service frontend, Service backend) {
        if (frontend.facts() instanceof BuildFacts.Node node) {
            String apiPrefix = application.route(backend).map(route -> route.path()).orElse("/");
            return new NodeStages(frontend, node, application.images(), apiPrefix).stages();
        }
        throw notBuilt(frontend, "frontendDir");
    }

    private static List<Stage> backendStages(
            Application application, Service backend, GeneratedContext generated) {
        if (backend.buildSetByUser()) {
            return new CustomStages(backend, application.images()).stages();
        }
        if (backend.facts() instanceof BuildFacts.Rust rust) {
            return new RustStages(backend, rust, application.images(), generated).stages();
        }
        throw notBuilt(backend, "backendBuild and backendOutput");
    }

    private static FullstackException missing(String id, String what, String setting) {
        return FullstackException.project(
                Finding.error(id, "there is no " + what, "set fullstack." + setting));
    }

    private static FullstackException notBuilt(Service service, String setting) {
        return FullstackException.project(
                Finding.error(
                                "FS-STAGES-003",
                                "this version does not build "
                                        + service.ecosystem().id()
                                        + " as a "
                                        + service.kind().id(),
                                "set " + setting)
                        .at(service.path()));
    }
}
