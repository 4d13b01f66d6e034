package io.github.fullstackmaven.goal;

import io.github.fullstackmaven.build.Artefacts;
import io.github.fullstackmaven.build.ImageMaker;
import io.github.fullstackmaven.goal.templates.OwnTemplates;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.plan.Strictness;
import io.github.fullstackmaven.render.Artefact;
import io.github.fullstackmaven.render.RenderOptions;
import io.github.fullstackmaven.render.Renderer;
import io.github.fullstackmaven.render.TemplateSet;
import io.github.fullstackmaven.report.Amount;
import io.github.fullstackmaven.scan.DiskTree;
import io.github.fullstackmaven.stages.GeneratedContext;
import io.github.fullstackmaven.stages.ImageLabels;
import io.github.fullstackmaven.stages.Stage;
import io.github.fullstackmaven.stages.Stages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

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
        Renderer renderer = new Renderer(ownTemplates(inputs));
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

    /** Returns the templates, after what is to be said about the repository's own was said. */
    private TemplateSet ownTemplates(Inputs inputs) {
        OwnTemplates own = OwnTemplates.in(new DiskTree(inputs.location().monorepo()));
        List<Finding> findings = Strictness.apply(inputs.request(), own.findings());
        List<Finding> errors = findings.stream().filter(Finding::isError).toList();
        if (!errors.isEmpty()) {
            throw FullstackException.project(errors);
        }
        findings.forEach(workshop.console()::finding);
        return new TemplateSet(own.texts());
    }
}
