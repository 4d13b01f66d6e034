package io.github.fullstackmaven.stages;

import io.github.fullstackmaven.model.BuildFacts;
import io.github.fullstackmaven.model.Service;
import java.util.ArrayList;
import java.util.List;

/** A back end that the user's own command builds, on the base of its ecosystem. */
final class CustomStages implements ServiceStages {
    private final Part part;
    private final Service service;

    CustomStages(Part part) {
        this.part = part;
        this.service = part.service();
    }

    /** A program that links to the C library of the plain base, or to none. */
    @Override
    public Needs needs() {
        return new Needs(Needs.RUNTIME, List.of(), List.of());
    }

    @Override
    public List<Stage> stages() {
        String output = service.output().orElseThrow();
        List<Step> steps = new ArrayList<>();
        steps.addAll(Caches.prepared(service.ecosystem()));
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
                                "install -m 0755 %s %s",
                                output, Sources.OUT + "/" + Program.name(part))));
        return List.of(
                new Stage(
                        part.stage(),
                        "The back end, built by the project's own command.",
                        part.images().base(service.ecosystem().id()),
                        steps));
    }

    /** A package needs the workspace around it. */
    private String root() {
        return service.facts() instanceof BuildFacts.Rust rust ? rust.workspace() : service.path();
    }
}
