package io.github.fullstackmaven.it.engine;

import io.github.fullstackmaven.deploy.Target;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.ImageBuild;
import io.github.fullstackmaven.it.sample.Directories;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Edge;
import io.github.fullstackmaven.model.Images;
import io.github.fullstackmaven.model.Layout;
import io.github.fullstackmaven.model.Resources;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.Timing;
import io.github.fullstackmaven.model.Tls;
import io.github.fullstackmaven.model.Variables;
import io.github.fullstackmaven.model.Volume;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A small application that keeps the contract of a unit: port, health, identity. */
public record TestApplication(String name, Optional<String> domain, int httpPort, int httpsPort) {
    static final String EDGE_IMAGE = "docker.io/library/nginx:1.30-trixie";

    private static final Timing TIMING =
            new Timing(
                    Duration.ofMinutes(10),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(5),
                    Duration.ZERO);

    Application application(
            Map<String, String> variables, List<Volume> volumes, Optional<Tls> tls) {
        Map<String, Sourced<String>> sourced = new TreeMap<>();
        variables.forEach((k, v) -> sourced.put(k, Sourced.byDefault(v)));
        return new Application(
                name,
                "PRO",
                domain,
                Layout.SINGLE,
                List.of(),
                List.of(),
                new Variables(sourced),
                List.of(),
                volumes,
                new Edge(true, httpPort, httpsPort),
                tls,
                Map.of(),
                TIMING,
                Resources.DEFAULT,
                new Images(name + ":it", Map.of("edge", EDGE_IMAGE)),
                3);
    }

    public Application application() {
        return application(Map.of("TOKEN", "canary'\"$;\n}"), List.of(), Optional.empty());
    }

    /** Returns the usual application with other time limits. */
    Application timed(Timing timing) {
        return with(timing, Resources.DEFAULT, 3);
    }

    /** Returns the usual application with other time limits and resources. */
    Application with(Timing timing, Resources resources, int retain) {
        Application usual = application();
        return usual.but().timing(timing).resources(resources).retain(retain).application();
    }

    /** Returns time limits for a busy machine, and for a lock that is just leaving. */
    static Timing patient() {
        return timing(Duration.ofSeconds(60), TIMING.watch(), Duration.ofSeconds(30));
    }

    /** Returns the usual time limits, with others for what is asked here. */
    static Timing timing(Duration ready, Duration watch, Duration lockWait) {
        return new Timing(TIMING.build(), ready, watch, TIMING.drain(), TIMING.stop(), lockWait);
    }

    /**
     * Builds an image that says {@code version}, and {@code readiness} when asked for its health.
     */
    String image(Engine engine, String version, String readiness) {
        return build(engine, dockerfile(version, "return " + readiness + ";", name));
    }

    /** Builds an image that is asked for its health in nginx's own words. */
    String imageAnswering(Engine engine, String version, String directives) {
        return build(engine, dockerfile(version, directives, name));
    }

    /** Builds an image that runs a program of the shell instead. */
    String imageRunning(Engine engine, String program) {
        return build(
                engine,
                "FROM "
                        + EDGE_IMAGE
                        + " AS app\nUSER 10001:10001\nENTRYPOINT [\"/bin/sh\", \"-c\", \""
                        + program
                        + "\"]\n");
    }

    /** Builds an image whose answers take their time: see {@code long/unit.py}. */
    String imageTakingItsTime(Engine engine, String version) {
        try (InputStream program = TestApplication.class.getResourceAsStream("/long/unit.py")) {
            Path context = Directories.temporary("fullstack-it");
            Files.write(context.resolve("unit.py"), program.readAllBytes());
            return build(
                    engine,
                    context,
                    "FROM docker.io/library/python:3.13-slim-trixie AS app\nCOPY unit.py /unit.py\n"
                            + "RUN printf '#!/usr/bin/env python3\\nimport sys, urllib.request\\n"
                            + "urllib.request.urlopen(\"http://127.0.0.1:\" + sys.argv[1] +"
                            + " sys.argv[2])\\n' > /usr/local/bin/fullstack-probe"
                            + " && chmod 755 /usr/local/bin/fullstack-probe /unit.py\n"
                            + "USER 10001:10001\n"
                            + "ENTRYPOINT [\"python3\", \"/unit.py\", \""
                            + version
                            + "\"]\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String build(Engine engine, String dockerfile) {
        try {
            return build(engine, Directories.temporary("fullstack-it"), dockerfile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String build(Engine engine, Path context, String dockerfile) {
        try {
            Files.writeString(context.resolve("Dockerfile"), dockerfile);
            engine.build(
                    ImageBuild.image(
                            context,
                            context.resolve("Dockerfile"),
                            "app",
                            ImageBuild.Image.of(name + ":it"),
                            Duration.ofMinutes(5)),
                    line -> {});
            return engine.image(name + ":it").orElseThrow().id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Target target(String imageId) {
        return target(application(), imageId);
    }

    static Target target(Application application, String imageId) {
        return new Target(application, imageId, Optional.empty(), "test");
    }

    /** The name is in it, so that no two tests have one image, and with it one fate. */
    private static String dockerfile(String version, String readiness, String name) {
        String configuration =
                "pid /tmp/nginx.pid; error_log /dev/stderr notice; events {} http { access_log off;"
                        + " client_body_temp_path /tmp/1; proxy_temp_path /tmp/2; fastcgi_temp_path"
                        + " /tmp/3; uwsgi_temp_path /tmp/4; scgi_temp_path /tmp/5; server { listen"
                        + " 8080; location = /healthz { default_type text/plain; return 200"
                        + " \"$hostname\"; } location = /readyz { "
                        + readiness
                        + " } location = /host { return 200 \"$http_host $http_x_forwarded_proto"
                        + " $http_x_forwarded_for\"; } location = /headers { return 200"
                        + " \"host=$http_host"
                        + " forwarded-host=$http_x_forwarded_host"
                        + " port=$http_x_forwarded_port proto=$http_x_forwarded_proto"
                        + " for=$http_x_forwarded_for real=$http_x_real_ip"
                        + " forwarded=$http_forwarded prefix=$http_x_forwarded_prefix"
                        + " original=$http_x_original_url proxy=$http_proxy"
                        + " uri=$request_uri\"; } location = /slow { limit_rate 1k; root /srv; }"
                        + " location /assets/ { root /srv;"
                        + " add_header Cache-Control \"public, immutable\"; }"
                        + " location = /upload { client_max_body_size 0; client_body_buffer_size"
                        + " 16m; return 200; } location / { return 200 \""
                        + version
                        + " $hostname\"; } } }";
        return "FROM "
                + EDGE_IMAGE
                + " AS app\n"
                + "RUN printf '#!/bin/sh\\nexec curl -fsS http://127.0.0.1:$1$2\\n'"
                + " > /usr/local/bin/fullstack-probe && chmod 755 /usr/local/bin/fullstack-probe\n"
                + "RUN head -c 60000 /dev/zero | tr '\\0' x > /srv/slow && mkdir /srv/assets"
                + " && printf first > /srv/assets/app-AAAAAAA1.js"
                + " && printf second > /srv/assets/app-BBBBBBB2.js"
                + " && cat /srv/slow /srv/slow > /srv/assets/large-CCCCCCC3.js\n"
                + "RUN echo '"
                + configuration
                + "' > /etc/nginx/unit.conf\n"
                + "LABEL it.application="
                + name
                + "\nUSER 10001:10001\n"
                + "ENTRYPOINT [\"nginx\", \"-e\", \"/dev/stderr\", \"-c\","
                + " \"/etc/nginx/unit.conf\", \"-g\", \"daemon off;\"]\n";
    }
}
