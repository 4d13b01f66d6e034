package io.github.fullstackmaven.stages;

import io.github.fullstackmaven.model.PagesFacts;
import io.github.fullstackmaven.model.Service;
import java.util.ArrayList;
import java.util.List;

/** Pages that are served as they are in the repository, or as a generator makes them of it. */
final class PagesStages implements ServiceStages {
    private final Part part;

    private final PagesFacts facts;

    PagesStages(Part part, PagesFacts facts) {
        this.part = part;
        this.facts = facts;
    }

    @Override
    public List<Stage> stages() {
        return List.of(part.service().build().isEmpty() ? asTheyAre() : generated());
    }

    private Stage generated() {
        Service service = part.service();
        List<Step> steps = new ArrayList<>();
        if (!facts.packages().isEmpty()) {
            steps.add(DebianPackages.installed(facts.packages()));
        }
        steps.add(new Step.Workdir(Sources.directory(service.path())));
        steps.add(Step.Copy.of(List.of(Sources.content(service.path())), "./"));
        for (String command : service.build()) {
            steps.add(new Step.ProjectCommand(List.of(), List.of(), command));
        }
        steps.add(CollectedPages.of(service, service.output().orElse(".")));
        return new Stage(
                part.stage(),
                "The pages, made by their generator.",
                part.images().base(Needs.RUNTIME),
                steps);
    }

    private Stage asTheyAre() {
        String directory = part.service().output().orElse(".");
        String pages =
                directory.equals(".")
                        ? part.service().path()
                        : Sources.file(part.service().path(), directory);
        return new Stage(
                part.stage(),
                "The pages, as they are in the repository.",
                part.images().base(Needs.RUNTIME),
                List.of(
                        Step.Copy.of(List.of(Sources.content(pages)), Sources.OUT + "/"),
                        CollectedPages.tidied()));
    }

    @Override
    public Needs needs() {
        return Needs.NOTHING;
    }
}
