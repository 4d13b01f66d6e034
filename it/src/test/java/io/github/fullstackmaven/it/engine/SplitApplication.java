package io.github.fullstackmaven.it.engine;

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
import io.github.fullstackmaven.model.Route;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.Start;
import io.github.fullstackmaven.model.UnitPart;
import io.github.fullstackmaven.model.Variables;
import io.github.fullstackmaven.render.Artefact;
import io.github.fullstackmaven.render.RenderOptions;
import io.github.fullstackmaven.render.Renderer;
import io.github.fullstackmaven.render.TemplateSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An application of layout split: the gateway is the one that the plugin renders, in front of two
 * small processes and a worker. The first says how it is when it is asked, of the second only the
 * port is known.
 */
record SplitApplication(TestApplication shop) {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String BASE = TestApplication.EDGE_IMAGE;

    Application application(String token) {
        Application plain = shop.application();
        return plain.but()
                .layout(Layout.SPLIT)
                .services(
                        List.of(
                                process(
                                        "api",
                                        ServiceKind.DOCKERFILE,
                                        3000,
                                        Optional.of("/health")),
                                process("old", ServiceKind.DOCKERFILE, 3000, Optional.empty()),
                                Service.at("mail", ServiceKind.WORKER, Ecosystem.DOCKERFILE)
                                        .name("mail")
                                        .start(
                                                new Start(
                                                        "shell",
                                                        List.of("sleep", "infinity"),
                                                        Optional.empty()))
                                        .facts(facts("mail"))
                                        .service()))
                .routes(
                        List.of(
                                new Route("/api", "api", false, Sourced.DEFAULT),
                                new Route("/old", "old", false, Sourced.DEFAULT)))
                .variables(new Variables(Map.of("TOKEN", Sourced.byDefault(token))))
                .images(
                        new Images(
                                plain.images().app(),
                                Map.of("edge", BASE, "runtime", "debian:trixie-slim")))
                .application();
    }

    private static Service process(
            String name, ServiceKind kind, int port, Optional<String> health) {
        return Service.at(name, kind, Ecosystem.DOCKERFILE)
                .name(name)
                .port(Optional.of(Sourced.byDefault(port)))
                .health(health.map(path -> new Health(path, "test")))
                .start(new Start("shell", List.of("nginx"), Optional.empty()))
                .facts(facts(name))
                .service();
    }

    private static DockerfileFacts facts(String name) {
        return new DockerfileFacts(name + "/Dockerfile", name, Optional.empty());
    }

    /**
     * Builds the images of a version.
     *
     * @param readiness what the process that can be asked answers when it is asked how it is
     */
    Map<String, String> images(Engine engine, String version, String readiness) {
        try {
            Path context = Directories.temporary("fullstack-it");
            Application application = application("");
            Map<String, String> images = new HashMap<>();
            for (Artefact artefact :
                    new Renderer(TemplateSet.builtIn())
                            .render(application, RenderOptions.DEFAULT)) {
                Path file = context.resolve("target/fullstack").resolve(artefact.path());
                Files.createDirectories(file.getParent());
                Files.writeString(file, artefact.text());
            }
            for (UnitPart part : UnitPart.of(application)) {
                Path dockerfile = context.resolve("target/fullstack/Dockerfile");
                if (part.process().isPresent()) {
                    dockerfile = context.resolve("Dockerfile." + part.role());
                    Files.writeString(dockerfile, dockerfile(part.role(), version, readiness));
                }
                String target = part.process().isPresent() ? "process" : "gateway";
                engine.build(
                        ImageBuild.image(
                                context,
                                dockerfile,
                                target,
                                ImageBuild.Image.of(part.image()),
                                LIMIT),
                        line -> {});
                images.put(part.role(), engine.image(part.image()).orElseThrow().id());
            }
            return images;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Target target(Map<String, String> images, String token) {
        return new Target(application(token), images, Optional.empty(), "test");
    }

    private static String dockerfile(String role, String version, String readiness) {
        String user = "USER 10001:10001\n";
        if (role.equals("mail")) {
            return "FROM "
                    + BASE
                    + " AS process\nRUN echo "
                    + version
                    + " > /version\n"
                    + user
                    + "ENTRYPOINT [\"sh\", \"-c\", \"trap 'exit 0' TERM; sleep infinity & wait\"]\n";
        }
        String configuration =
                "pid /tmp/nginx.pid; error_log /dev/stderr notice; events {} http { access_log off;"
                        + " client_body_temp_path /tmp/1; proxy_temp_path /tmp/2; fastcgi_temp_path"
                        + " /tmp/3; uwsgi_temp_path /tmp/4; scgi_temp_path /tmp/5;"
                        + " keepalive_timeout 65s; server { listen"
                        + " 3000; location = /health { return "
                        + readiness
                        + "; } location = / { return 404; } location / { return 200 \""
                        + role
                        + " "
                        + version
                        + " $hostname\"; } } }";
        return "FROM "
                + BASE
                + " AS process\nRUN echo '"
                + configuration
                + "' > /etc/nginx/process.conf\n"
                + user
                + "STOPSIGNAL SIGTERM\n"
                + "HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 CMD"
                + " curl -fsS http://127.0.0.1:3000/api/ > /dev/null\n"
                + "ENTRYPOINT [\"nginx\", \"-e\", \"/dev/stderr\", \"-c\","
                + " \"/etc/nginx/process.conf\", \"-g\", \"daemon off;\"]\n";
    }
}
