package io.github.fullstackmaven.stages;

import io.github.fullstackmaven.model.BuildFacts;
import io.github.fullstackmaven.model.Images;
import io.github.fullstackmaven.model.Service;
import java.util.ArrayList;
import java.util.List;

/** A back end that the user's own command builds, on the base of its ecosystem. */
final class CustomStages {
    private final Service service;
    private final Images images;

    CustomStages(Service service, Images images) {
        this.service = service;
        this.images = images;
    }

    List<Stage> stages() {
        String output = service.output().orElseThrow();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.Workdir(Sources.directory(root())));
        steps.add(Step.Copy.of(List.of(Sources.content(root())), "./"));
        if (!service.path().equals(root())) {
            steps.add(new Step.Workdir(Sources.directory(service.path())));
        }
        List<CacheMount> caches = Caches.of(service.ecosystem());
        for (String command : service.build()) {
            steps.add(new Step.ProjectCommand(caches, command));
        }
        steps.add(
                Step.Run.of(
                        ShellCommand.shell(
                                "{ test -f %s || { echo %s >&2; exit 1; }; }",
                                output,
                                "FS-BUILD-010 backendOutput: the build left no file "
                                        + Sources.file(service.path(), output)
                                        + "; let backendOutput name what backendBuild makes"),
                        ShellCommand.shell("mkdir -p " + Sources.OUT),
                        ShellCommand.shell(
                                "cp %s %s", output, Sources.OUT + "/" + Program.name(service))));
        return List.of(
                new Stage(
                        Build.BACKEND,
                        "The back end, built by the project's own command.",
                        images.base(service.ecosystem().id()),
                        steps));
    }

    /** A package needs the workspace around it. */
    private String root() {
        return service.facts() instanceof BuildFacts.Rust rust ? rust.workspace() : service.path();
    }
}
