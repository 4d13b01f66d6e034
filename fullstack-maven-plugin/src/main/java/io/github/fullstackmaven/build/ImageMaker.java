package io.github.fullstackmaven.build;

import io.github.fullstackmaven.check.BuiltPages;
import io.github.fullstackmaven.check.InlineParts;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.ImageBuild;
import io.github.fullstackmaven.engine.ImageState;
import io.github.fullstackmaven.host.FileStore;
import io.github.fullstackmaven.host.PrivateState;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.BuildFacts;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.Images;
import io.github.fullstackmaven.model.Origin;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.UnitPart;
import io.github.fullstackmaven.render.Artefact;
import io.github.fullstackmaven.render.RenderOptions;
import io.github.fullstackmaven.render.Renderer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Builds the images of an application: first the pages alone, which are looked at and whose inline
 * scripts get their hashes into the policy, then what the containers of a unit are made of.
 */
public final class ImageMaker {
    /** The label that says what an image was made of. */
    public static final String SOURCE_LABEL = Images.SOURCE_LABEL;

    private static final String APPLICATION_LABEL = "io.github.fullstackmaven.application";
    private static final String DOCKERFILE = "Dockerfile";
    private static final String IGNORE = "Dockerfile.dockerignore";
    private static final String GENERATED = "context/";
    private static final String BUNDLE_TARGET = "bundle";

    private final Engine engine;
    private final FileStore files;
    private final PrivateState state;
    private final BuildLog log;

    /**
     * What an image is made from.
     *
     * @param application the application
     * @param artefacts its rendered files, as they lie in the output directory
     * @param monorepo the repository's root, absolute
     * @param output the output directory, absolute
     * @param options what rendering was told
     * @param secrets files that build steps may read and no layer keeps: id to absolute path
     * @param renderer renders the policy again once the pages are known
     */
    public record Source(
            Application application,
            List<Artefact> artefacts,
            Path monorepo,
            Path output,
            RenderOptions options,
            Map<String, String> secrets,
            Renderer renderer) {
        public Source {
            artefacts = List.copyOf(artefacts);
            secrets = Map.copyOf(secrets);
        }
    }

    /**
     * Takes what building needs.
     *
     * @param state remembers which secrets an image was made with
     * @param log takes what a person wants to see of the builder's log
     */
    public ImageMaker(Engine engine, FileStore files, PrivateState state, Consumer<String> log) {
        this.engine = engine;
        this.files = files;
        this.state = state;
        this.log = new BuildLog(log);
    }

    /**
     * Returns the images that are there already and were made from the same files, if all of them
     * are; not what this user made with other secrets.
     */
    public Optional<List<BuiltImage>> present(Source source) {
        String fingerprint = fingerprint(source);
        SecretVersions versions = versions(source);
        List<BuiltImage> present = new ArrayList<>();
        for (UnitPart part : UnitPart.of(source.application())) {
            Optional<ImageState> image =
                    engine.image(part.image())
                            .filter(i -> fingerprint.equals(i.labels().get(SOURCE_LABEL)))
                            .filter(i -> !versions.differFrom(part.image()));
            if (image.isEmpty()) {
                return Optional.empty();
            }
            present.add(built(part, image.get(), true));
        }
        return Optional.of(List.copyOf(present));
    }

    /**
     * Builds the images, in the order of the containers' start.
     *
     * @param origin what the image says of where it comes from; another origin alone is no reason
     *     to build it again
     * @param judge looks at the built pages, and returns what stops the build
     * @throws FullstackException when the pages are not fit to be served, or a stage fails
     */
    public List<BuiltImage> make(
            Source source, Origin origin, Function<BuiltPages, List<Finding>> judge) {
        Application application = source.application();
        String fingerprint = fingerprint(source);
        SecretVersions versions = versions(source);
        ImageBuild.Given given =
                new ImageBuild.Given(
                        source.secrets(), versions.directories(source.output(), source.options()));
        application.services().forEach(service -> provideLockFile(source, given, service));
        ownImages(source)
                .build(
                        engine,
                        Map.of(APPLICATION_LABEL, application.name()),
                        source.secrets(),
                        log::line);
        BuiltPages pages = pages(source, given);
        List<Finding> errors = judge.apply(pages);
        if (!errors.isEmpty()) {
            throw FullstackException.project(errors);
        }
        Artefact policy =
                source.renderer().contentSecurityPolicy(application, InlineParts.of(pages.pages()));
        new Artefacts(files, source.output()).replace(policy);
        List<BuiltImage> built = new ArrayList<>();
        for (UnitPart part : UnitPart.of(application)) {
            ImageBuild.Image image =
                    new ImageBuild.Image(
                            part.image(), labels(application, fingerprint, origin), origin.time());
            built.add(built(source, part, image, given));
            versions.keep(part.image());
        }
        return List.copyOf(built);
    }

    private BuiltImage built(
            Source source, UnitPart part, ImageBuild.Image image, ImageBuild.Given given) {
        engine.build(
                ImageBuild.image(
                                source.monorepo(),
                                source.output().resolve(DOCKERFILE),
                                source.options().target(part),
                                image,
                                source.application().timing().build())
                        .with(given),
                log::line);
        return built(part, engine.image(image.tag()).orElseThrow(() -> lost(image)), false);
    }

    private static FullstackException lost(ImageBuild.Image image) {
        return FullstackException.machine(
                Finding.error(
                        "FS-BUILD-003",
                        "the engine built the image " + image.tag() + " and does not have it",
                        "see whether the disk is full (docker system df)"));
    }

    /** They come last of all, so that no layer depends on them. */
    private static Map<String, String> labels(
            Application application, String fingerprint, Origin origin) {
        Map<String, String> labels = new TreeMap<>(origin.labels());
        labels.put(SOURCE_LABEL, fingerprint);
        labels.put(APPLICATION_LABEL, application.name());
        return labels;
    }

    private static OwnImages ownImages(Source source) {
        return new OwnImages(source.application(), source.monorepo(), source.output());
    }

    private SecretVersions versions(Source source) {
        return new SecretVersions(files, state, source.secrets());
    }

    private void provideLockFile(Source source, ImageBuild.Given given, Service service) {
        boolean generated =
                service.facts() instanceof BuildFacts.Rust rust
                        && !rust.lockfile()
                        && !service.buildSetByUser();
        if (generated) {
            new LockFiles(files, source.output(), source.options())
                    .provide(
                            service,
                            (BuildFacts.Rust) service.facts(),
                            directory ->
                                    export(
                                            source,
                                            given,
                                            source.options().lockfileTarget(service),
                                            directory));
        }
    }

    private BuiltPages pages(Source source, ImageBuild.Given given) {
        Path bundle = source.output().resolve("bundle");
        files.remove(bundle);
        export(source, given, BUNDLE_TARGET, bundle);
        return Bundle.read(bundle);
    }

    private void export(Source source, ImageBuild.Given given, String target, Path directory) {
        engine.build(
                ImageBuild.export(
                                source.monorepo(),
                                source.output().resolve(DOCKERFILE),
                                target,
                                directory,
                                source.application().timing().build())
                        .with(given),
                log::line);
    }

    /** The generated lock file and the policy's hashes follow from what is counted here. */
    private static String fingerprint(Source source) {
        Fingerprint fingerprint = new Fingerprint();
        String ignore = "";
        for (Artefact artefact : source.artefacts()) {
            if (artefact.path().equals(IGNORE)) {
                ignore = artefact.text();
            } else if (becomesPart(artefact)) {
                fingerprint.add(artefact.path(), artefact.text());
            }
        }
        ContextFiles.by(ignore).in(source.monorepo(), source.output()).forEach(fingerprint::add);
        ownImages(source).addTo(fingerprint);
        return fingerprint.hex();
    }

    /** What is beside them, like the compose file, tells how the image is run. */
    private static boolean becomesPart(Artefact artefact) {
        return artefact.path().equals(DOCKERFILE) || artefact.path().startsWith(GENERATED);
    }

    private static BuiltImage built(UnitPart part, ImageState image, boolean reused) {
        return new BuiltImage(part.role(), part.image(), image.id(), image.sizeBytes(), reused);
    }
}
