package io.github.fullstackmaven.it.engine;

import io.github.fullstackmaven.deploy.Certificates;
import io.github.fullstackmaven.deploy.Target;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.ImageBuild;
import io.github.fullstackmaven.it.sample.Directories;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.DockerfileFacts;
import io.github.fullstackmaven.model.Ecosystem;
import io.github.fullstackmaven.model.Health;
import io.github.fullstackmaven.model.Images;
import io.github.fullstackmaven.model.Layout;
import io.github.fullstackmaven.model.PagesFacts;
import io.github.fullstackmaven.model.RequestLimits;
import io.github.fullstackmaven.model.Resources;
import io.github.fullstackmaven.model.Route;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.Start;
import io.github.fullstackmaven.model.Timing;
import io.github.fullstackmaven.model.Tls;
import io.github.fullstackmaven.model.UnitPart;
import io.github.fullstackmaven.model.Variables;
import io.github.fullstackmaven.render.Artefact;
import io.github.fullstackmaven.render.RenderOptions;
import io.github.fullstackmaven.render.Renderer;
import io.github.fullstackmaven.render.TemplateSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pages and a back end behind the gateway that the plugin renders for them: what is in {@code
 * resources/pages}, and a script that is large enough to be compressed.
 */
record PagesApplication(TestApplication shop) {
    /** A name with a hash: it never changes its content. */
    static final String SCRIPT = "/assets/index-B1gH4shX.js";

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final List<String> PAGES =
            List.of(
                    "index.html",
                    "docs/index.html",
                    "robots.txt",
                    ".env",
                    ".well-known/security.json");

    /** Returns the script's text. */
    static String script() {
        return "console.log('the same line');\n".repeat(200);
    }

    /**
     * Returns the application.
     *
     * @param layout how many containers a unit has
     * @param mark a value that makes another release of it
     * @param limits of requests
     * @param ready how long it may take to get well
     * @param drain how long what is under way may go on
     */
    Application application(
            Layout layout,
            Optional<Tls> tls,
            String mark,
            RequestLimits limits,
            Duration ready,
            Duration drain) {
        Application plain = shop.application(Map.of(), List.of(), tls);
        Timing usual = plain.timing();
        return new Application(
                plain.name(),
                plain.environment(),
                plain.domain(),
                layout,
                List.of(web(), api()),
                List.of(
                        new Route("/api", "api", false, Sourced.DEFAULT),
                        new Route("/", "web", false, Sourced.DEFAULT)),
                new Variables(Map.of("MARK", Sourced.byDefault(mark))),
                List.of(),
                List.of(),
                plain.edge(),
                tls,
                Map.of(),
                new Timing(
                        usual.build(), ready, usual.watch(), drain, usual.stop(), usual.lockWait()),
                new Resources(Optional.empty(), Optional.empty(), 1, limits),
                new Images(
                        shop.name() + ":it",
                        Map.of(
                                "edge",
                                TestApplication.EDGE_IMAGE,
                                "runtime",
                                "debian:trixie-slim")),
                plain.retain());
    }

    private static Service web() {
        return Service.at("web", ServiceKind.STATIC_FRONTEND, Ecosystem.STATIC)
                .name("web")
                .facts(new PagesFacts(List.of()))
                .service();
    }

    private static Service api() {
        return Service.at("api", ServiceKind.DOCKERFILE, Ecosystem.DOCKERFILE)
                .name("api")
                .port(Optional.of(Sourced.byDefault(3000)))
                .health(Optional.of(new Health("/health", "test")))
                .start(new Start("shell", List.of("python3", "-u", "/app.py"), Optional.empty()))
                .facts(new DockerfileFacts("api/Dockerfile", "api", Optional.empty()))
                .service();
    }

    /** Builds the images of a version of the application, and returns what is to be live. */
    Target target(Engine engine, String version, Application application)
            throws java.security.GeneralSecurityException {
        Optional<Tls> tls = application.tls();
        return new Target(
                application,
                images(engine, version, application),
                tls.isPresent()
                        ? Optional.of(
                                Certificates.read(
                                        tls.get(),
                                        application.domain().orElseThrow(),
                                        Instant.now()))
                        : Optional.empty(),
                "test");
    }

    private static Map<String, String> images(
            Engine engine, String version, Application application) {
        try {
            Path context = Directories.temporary("fullstack-it");
            write(context, version, application);
            engine.build(
                    ImageBuild.whole(
                            context.resolve("api"),
                            context.resolve("api/Dockerfile"),
                            ImageBuild.Image.of(application.images().own(api())),
                            LIMIT),
                    line -> {});
            Map<String, String> images = new HashMap<>();
            for (UnitPart part : UnitPart.of(application)) {
                engine.build(
                        ImageBuild.image(
                                context,
                                context.resolve("target/fullstack/Dockerfile"),
                                RenderOptions.DEFAULT.target(part),
                                ImageBuild.Image.of(part.image()),
                                LIMIT),
                        line -> {});
                images.put(part.role(), engine.image(part.image()).orElseThrow().id());
            }
            // What stands on it keeps its layers.
            engine.removeImage(application.images().own(api())).ifPresent(System.out::println);
            return images;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path context, String version, Application application)
            throws IOException {
        for (Artefact artefact :
                new Renderer(TemplateSet.builtIn()).render(application, RenderOptions.DEFAULT)) {
            put(context.resolve("target/fullstack").resolve(artefact.path()), artefact.text());
        }
        for (String page : PAGES) {
            put(context.resolve("web").resolve(page), text("web/" + page));
        }
        put(context.resolve("web" + SCRIPT), script());
        for (String file : List.of("Dockerfile", "app.py")) {
            put(
                    context.resolve("api").resolve(file),
                    text("api/" + file).replace("$VERSION", version));
        }
    }

    private static void put(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String text(String file) throws IOException {
        try (InputStream in = PagesApplication.class.getResourceAsStream("/pages/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
