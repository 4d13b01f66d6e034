package io.github.fullstackmaven.goal;

import io.github.fullstackmaven.build.Artefacts;
import io.github.fullstackmaven.build.ImageMaker;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.render.Artefact;
import io.github.fullstackmaven.render.RenderOptions;
import io.github.fullstackmaven.render.Renderer;
import io.github.fullstackmaven.render.TemplateSet;
import io.github.fullstackmaven.report.Amount;
import io.github.fullstackmaven.scan.DiskTree;
import io.github.fullstackmaven.scan.Tree;
import io.github.fullstackmaven.stages.GeneratedContext;
import io.github.fullstackmaven.stages.ImageLabels;
import io.github.fullstackmaven.stages.Stage;
import io.github.fullstackmaven.stages.Stages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes all artefacts of an application. */
public final class Render {
    private final Workshop workshop;

    public Render(Workshop workshop) {
        this.workshop = workshop;
    }

    /** Writes what differs, and returns what an image can be made from. */
    public ImageMaker.Source run(Inputs inputs) {
        long begin = System.nanoTime();
        ImageMaker.Source source = rendered(inputs);
        List<String> written =
                new Artefacts(workshop.files(), source.output()).write(source.artefacts());
        written.forEach(path -> workshop.console().debug("wrote " + path));
        workshop.console()
                .info(
                        "Rendered "
                                + source.artefacts().size()
                                + " files to "
                                + inputs.location().outputInMonorepo()
                                + " ("
                                + (written.isEmpty() ? "none changed" : written.size() + " changed")
                                + ") in "
                                + Amount.of(Duration.ofNanos(System.nanoTime() - begin)));
        return source;
    }

    /** Prints what {@link #run} would write. */
    public void dryRun(Inputs inputs) {
        ImageMaker.Source source = rendered(inputs);
        List<String> changes =
                new Artefacts(workshop.files(), source.output()).changes(source.artefacts());
        if (changes.isEmpty()) {
            workshop.console().info("Would write nothing: every file is right");
        }
        changes.forEach(
                path ->
                        workshop.console()
                                .info(
                                        "Would write "
                                                + inputs.location().outputInMonorepo()
                                                + "/"
                                                + path));
    }

    /** Renders without writing. */
    ImageMaker.Source rendered(Inputs inputs) {
        Application application = new Planning(workshop).settled(inputs);
        Path monorepo = inputs.location().monorepo();
        RenderOptions options =
                new RenderOptions(
                        inputs.location().outputInMonorepo(),
                        ImageLabels.NONE,
                        inputs.request().buildSecrets().keySet());
        Renderer renderer = new Renderer(new TemplateSet(ownTemplates(new DiskTree(monorepo))));
        List<Artefact> artefacts = renderer.render(application, options);
        return new ImageMaker.Source(
                application,
                artefacts,
                monorepo,
                inputs.location().output(),
                options,
                new BuildSecrets(workshop.console()).files(inputs.request(), artefacts),
                renderer);
    }

    /** Returns the base images that a build of an application begins with. */
    List<String> bases(Application application, Inputs inputs) {
        GeneratedContext generated =
                new RenderOptions(
                                inputs.location().outputInMonorepo(),
                                ImageLabels.NONE,
                                inputs.request().buildSecrets().keySet())
                        .generated();
        return Stages.of(application, generated, ImageLabels.NONE).stages().stream()
                .map(Stage::from)
                .filter(application.images().bases()::containsValue)
                .distinct()
                .toList();
    }

    private static Map<String, String> ownTemplates(Tree repository) {
        Map<String, String> own = new HashMap<>();
        for (String name : repository.files(TemplateSet.USER_DIRECTORY)) {
            repository
                    .read(TemplateSet.USER_DIRECTORY + "/" + name)
                    .ifPresent(text -> own.put(name, text));
        }
        return own;
    }
}
