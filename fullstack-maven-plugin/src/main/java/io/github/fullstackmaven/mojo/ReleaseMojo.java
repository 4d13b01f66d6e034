package io.github.fullstackmaven.mojo;

import io.github.fullstackmaven.config.RequestReader;
import io.github.fullstackmaven.config.Structured;
import io.github.fullstackmaven.goal.Inputs;
import java.util.Map;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * The parameters that find a deployed application again, for the goals that look at it or take it
 * down.
 */
@SuppressWarnings("UnusedVariable") // Read by ParameterFields, all in one place.
abstract class ReleaseMojo extends FullstackMojo {
    /**
     * The engine: {@code auto}, {@code docker} or {@code podman}. Default: {@code auto}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.engine")
    private String engine;

    /**
     * The host's port for HTTP, which tells the edge. Default: {@code 8080}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.httpPort")
    private String httpPort;

    /**
     * The host's port for HTTPS. Default: {@code 8443}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.httpsPort")
    private String httpsPort;

    /**
     * The application's host name, for the address that is printed. Default: none.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.domain")
    private String domain;

    /**
     * Base images by role, over the built-in table; here {@code edge} counts.
     *
     * @since 0.1.0
     */
    @Parameter private Map<String, String> baseImages;

    /**
     * A registry that mirrors the base images, like {@code mirror.example.com/docker}. Default:
     * none.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.baseRegistry")
    private String baseRegistry;

    /** Returns what the goals work from: the application's name, environment and edge. */
    final Inputs inputs(Setup setup) {
        Map<String, String> images = baseImages == null ? Map.of() : baseImages;
        Structured structured = new Structured(images);
        return new Inputs(
                new RequestReader(setup.settings(), setup.context(), setup.location())
                        .read(structured),
                setup.location());
    }
}
