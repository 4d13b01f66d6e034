package io.github.fullstackmaven.goal;

import io.github.fullstackmaven.build.BuiltImage;
import io.github.fullstackmaven.build.ImageMaker;
import io.github.fullstackmaven.check.BuiltPages;
import io.github.fullstackmaven.check.BundleGuard;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.Engines;
import io.github.fullstackmaven.host.Interruption;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Origin;
import io.github.fullstackmaven.model.Severity;
import io.github.fullstackmaven.model.UnitPart;
import io.github.fullstackmaven.report.Amount;
import io.github.fullstackmaven.report.ImageJson;
import io.github.fullstackmaven.scan.DiskTree;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Builds the images, unless those that are there were made from the same files. */
public final class Build {
    private final Workshop workshop;
    private final String engineName;

    /**
     * Takes what building needs.
     *
     * @param engineName {@code auto}, {@code docker} or {@code podman}
     */
    public Build(Workshop workshop, String engineName) {
        this.workshop = workshop;
        this.engineName = engineName;
    }

    /** Renders, builds and writes {@code image.json}. */
    public void run(Inputs inputs) {
        Engine engine = Engines.find(engineName, workshop.commands());
        make(new Render(workshop).run(inputs), inputs, engine, () -> {});
    }

    /**
     * Builds what is rendered already, on an engine that was found already.
     *
     * @param before what is done before a build; it takes long, so what can be refused is refused
     *     here
     */
    List<BuiltImage> make(ImageMaker.Source source, Inputs inputs, Engine engine, Runnable before) {
        ImageMaker maker = maker(engine, workshop.console()::info);
        Origin origin = new Origins(workshop.commands()).of(inputs);
        workshop.console().info("Engine: " + engine.info().text());
        long begin = System.nanoTime();
        List<BuiltImage> images =
                Interruption.during(
                        workshop.commands()::endAll,
                        () ->
                                maker.present(source)
                                        .orElseGet(
                                                () -> {
                                                    before.run();
                                                    return maker.make(
                                                            source,
                                                            origin,
                                                            pages ->
                                                                    judge(
                                                                            pages,
                                                                            source.application(),
                                                                            inputs));
                                                }));
        String built = "built in " + Amount.of(Duration.ofNanos(System.nanoTime() - begin));
        for (BuiltImage image : images) {
            workshop.console()
                    .info(
                            "Image "
                                    + image.name()
                                    + ", "
                                    + Amount.ofBytes(image.sizeBytes())
                                    + ", "
                                    + (image.reused()
                                            ? "made from the same files, not built again"
                                            : built));
        }
        workshop.files().write(source.output().resolve("image.json"), json(images));
        return images;
    }

    private static String json(List<BuiltImage> images) {
        return ImageJson.of(
                images.stream()
                        .map(i -> new ImageJson.Row(i.role(), i.name(), i.id(), i.sizeBytes()))
                        .toList());
    }

    /** Prints what {@link #run} would do. */
    public void dryRun(Inputs inputs) {
        dryRun(inputs, Engines.find(engineName, workshop.commands()));
    }

    /** Prints what would be done, and returns the images if they are there already. */
    Planned dryRun(Inputs inputs, Engine engine) {
        ImageMaker.Source source = new Render(workshop).rendered(inputs);
        Optional<List<BuiltImage>> present =
                maker(engine, workshop.console()::debug).present(source);
        String name =
                UnitPart.of(source.application()).stream()
                        .map(UnitPart::image)
                        .collect(Collectors.joining(", "));
        workshop.console()
                .info(
                        present.isPresent()
                                ? "Would build nothing: " + name + " was made from the same files"
                                : "Would build "
                                        + name
                                        + ": there is no image made from these files");
        return new Planned(source, present);
    }

    private ImageMaker maker(Engine engine, Consumer<String> log) {
        return new ImageMaker(engine, workshop.files(), workshop.state(), log);
    }

    /** What a build would work from, and the images if they are there. */
    record Planned(ImageMaker.Source source, Optional<List<BuiltImage>> present) {}

    /**
     * Warnings about built pages fail where findings are strict, like those of the plan. What calls
     * the developer's own machine is an error in every environment but that of development.
     */
    private List<Finding> judge(BuiltPages pages, Application application, Inputs inputs) {
        DiskTree repository = new DiskTree(inputs.location().monorepo());
        List<Finding> counted =
                BundleGuard.look(pages, repository, application).stream()
                        .filter(f -> !inputs.request().ignoredFindings().containsKey(f.id()))
                        .map(f -> weighed(f, inputs))
                        .toList();
        counted.stream().filter(f -> !f.isError()).forEach(workshop.console()::finding);
        return counted.stream().filter(Finding::isError).toList();
    }

    private static Finding weighed(Finding finding, Inputs inputs) {
        boolean development = inputs.request().environment().value().equalsIgnoreCase("DEV");
        boolean loopback = finding.id().equals(BundleGuard.LOOPBACK) && !development;
        boolean fails = finding.severity() == Severity.WARNING && inputs.request().strict();
        return loopback || fails ? finding.as(Severity.ERROR) : finding;
    }
}
