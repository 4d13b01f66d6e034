package io.github.fullstackmaven.stages;

import java.util.List;

/** Pages that are served as they are in the repository. */
final class PagesStages implements ServiceStages {
    private final Part part;

    PagesStages(Part part) {
        this.part = part;
    }

    @Override
    public List<Stage> stages() {
        String directory = part.service().output().orElse(".");
        String pages =
                directory.equals(".")
                        ? part.service().path()
                        : Sources.file(part.service().path(), directory);
        return List.of(
                new Stage(
                        part.stage(),
                        "The pages, as they are in the repository.",
                        part.images().base(Needs.RUNTIME),
                        List.of(
                                Step.Copy.of(List.of(Sources.content(pages)), Sources.OUT + "/"),
                                CollectedPages.tidied())));
    }

    @Override
    public Needs needs() {
        return Needs.NOTHING;
    }
}
