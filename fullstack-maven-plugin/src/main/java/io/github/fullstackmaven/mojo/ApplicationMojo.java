package io.github.fullstackmaven.mojo;

import io.github.fullstackmaven.config.Backend;
import io.github.fullstackmaven.config.Frontend;
import io.github.fullstackmaven.config.RequestReader;
import io.github.fullstackmaven.config.Structured;
import io.github.fullstackmaven.goal.Inputs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** The parameters that describe an application, for the goals that work out what it is. */
@SuppressWarnings("UnusedVariable") // Read by ParameterFields, all in one place.
abstract class ApplicationMojo extends FullstackMojo {
    /**
     * Whether warnings fail: {@code true} or {@code false}. Default: {@code true}, except in the
     * environment {@code DEV}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.strict")
    private String strict;

    /**
     * Findings that do not count, each with a reason: {@code FS-NODE-004: reason; FS-RUST-005:
     * reason}. Default: none.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.ignoreFindings")
    private String ignoreFindings;

    /**
     * The application's host name, like {@code example.com}. Default: none; then the application is
     * the edge's default, which only one application of an edge can be.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.domain")
    private String domain;

    /**
     * The host's port for HTTP, 1 to 65535. It also tells which edge the application uses. Default:
     * {@code 8080}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.httpPort")
    private String httpPort;

    /**
     * The host's port for HTTPS, 1 to 65535. Default: {@code 8443}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.httpsPort")
    private String httpsPort;

    /**
     * The file with the certificate chain, PEM. Goes into the edge's volume when deploying, never
     * into an image. Needs {@link #tlsKey} and {@link #domain}. Default: none, HTTP alone.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.tlsCertificate")
    private String tlsCertificate;

    /**
     * The file with the certificate's private key, PEM, without a passphrase. Default: none.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.tlsKey")
    private String tlsKey;

    /**
     * The front end, as one element: {@code <dir>}, {@code <build>}, {@code <output>}. Wins over
     * the flat parameters.
     *
     * @since 0.1.0
     */
    @Parameter private Frontend frontend;

    /**
     * The front end's directory, relative to the repository. Default: detected.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.frontendDir")
    private String frontendDir;

    /**
     * The shell command that builds the front end, run in its directory. Default: detected.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.frontendBuild")
    private String frontendBuild;

    /**
     * The directory that the front end's build leaves, relative to its directory. Default:
     * detected.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.frontendOutput")
    private String frontendOutput;

    /**
     * What builds the front end: {@code native} or {@code nix}. Default: what {@code builder} says.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.frontendBuilder")
    private String frontendBuilder;

    /**
     * The back end, as one element: {@code <dir>}, {@code <port>}, {@code <build>}, {@code
     * <output>}, {@code <start>}, {@code <health>}. Wins over the flat parameters.
     *
     * @since 0.1.0
     */
    @Parameter private Backend backend;

    /**
     * Several back ends, each with the elements of {@code <backend>} and a {@code <name>}. Default:
     * one is detected.
     *
     * @since 0.1.0
     */
    @Parameter private List<Backend> backends;

    /**
     * The back end's directory, relative to the repository. Default: detected.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.backendDir")
    private String backendDir;

    /**
     * The port that the back end listens on, 1 to 65535. It gets it in {@code PORT}. Default:
     * detected.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.backendPort")
    private String backendPort;

    /**
     * The shell command that builds the back end, run in its directory instead of the built-in
     * steps. Needs {@link #backendOutput}. Default: detected.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.backendBuild")
    private String backendBuild;

    /**
     * The file that the back end's build leaves, relative to its directory. Default: detected.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.backendOutput")
    private String backendOutput;

    /**
     * What is started; for Rust the name of the binary, where a crate has several. Default:
     * detected.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.backendStart")
    private String backendStart;

    /**
     * The path where the back end says that it is well, like {@code /health}. Default: detected.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.backendHealth")
    private String backendHealth;

    /**
     * What builds the back end: {@code native} or {@code nix}. Default: what {@code builder} says.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.backendBuilder")
    private String backendBuilder;

    /**
     * The part of the URL space that the back end answers. Default: from the dev server's proxy,
     * else {@code /api}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.apiPrefix")
    private String apiPrefix;

    /**
     * Whether the prefix is taken off before the back end sees the request: {@code true} or {@code
     * false}. Default: from the dev server's proxy, else {@code false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.apiStripPrefix")
    private String apiStripPrefix;

    /**
     * Other origins that the page may use, by directive of the Content-Security-Policy: {@code
     * <connect-src><origin>https://maps.example.com</origin></connect-src>}. Default: none.
     *
     * @since 0.1.0
     */
    @Parameter private Map<String, List<String>> allowedOrigins;

    /**
     * Files with run-time variables of the back end, {@code NAME=value} a line, separated by
     * commas, the last one wins. Their values reach no image and no rendered file. Default: {@code
     * monorepo.env}, then {@code monorepo.<env>.env}, as far as they exist.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.envFile")
    private String envFile;

    /**
     * Run-time variables of the back end that are no secrets: {@code <variables><NAME>value</NAME>
     * </variables>}; the only way to a value of several lines. {@code envFile} wins over them.
     * Default: none.
     *
     * @since 0.1.0
     */
    @Parameter private Map<String, String> variables;

    /**
     * Storage that outlives releases: {@code source:target[:ro][:single]}; as a property separated
     * by commas. Default: the directory of a SQLite database that a variable names.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.volumes")
    private List<String> volumes;

    /**
     * {@code single}: one container with gateway and processes. {@code split}: the gateway in one
     * container, and each process in one of its own; the limits then hold for each. Another layout
     * is a new release like any other. Default: {@code single}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.layout")
    private String layout;

    /**
     * What builds the services: {@code native}, the tools of their ecosystems, or {@code nix}, the
     * nearest {@code flake.nix}: its package for the service, or else the usual commands in its
     * development shell. The flake's lock is respected, and neither is written. Default: {@code
     * native}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.builder")
    private String builder;

    /**
     * {@code managed}: a shared edge stands in front and switches releases without a gap. {@code
     * none}: the unit publishes {@link #httpPort} itself. Default: {@code managed}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.edge")
    private String edge;

    /**
     * The image's name. Default: the application's name and the project's version, or the
     * environment where there is no POM.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.image")
    private String image;

    /**
     * Base images by role ({@code rust}, {@code node}, {@code runtime}, {@code edge}), over the
     * built-in table.
     *
     * @since 0.1.0
     */
    @Parameter private Map<String, String> baseImages;

    /**
     * Files that build steps may read and that are in no layer, no log and no artefact, as {@code
     * ID=file}, several separated by commas. A relative file is relative to the project's
     * directory. Ids: {@code npmrc} ({@code .npmrc} of npm, pnpm, yarn 1 and bun), {@code yarnrc}
     * ({@code .yarnrc.yml}), {@code pip} ({@code pip.conf}), {@code uv} ({@code uv.toml}), {@code
     * maven} ({@code settings.xml}), {@code gradle} ({@code gradle.properties}), {@code cargo}
     * ({@code credentials.toml}), {@code go} ({@code .netrc}). Default: none. On a file that is not
     * there: error {@code FS-SECRET-001}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.buildSecrets")
    private String buildSecrets;

    /**
     * A registry that mirrors the base images, like {@code mirror.example.com/docker}. Default:
     * none.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.baseRegistry")
    private String baseRegistry;

    /**
     * The most memory a container may use, like {@code 512m}. Default: no limit.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.memory")
    private String memory;

    /**
     * The most processors a container may use, like {@code 1.5}. Default: no limit.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.cpus")
    private String cpus;

    /**
     * Requests a second that one client may make on the API prefix. Default: no limit.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.rateLimit")
    private String rateLimit;

    /**
     * The largest body of a request, like an upload: a number with {@code k}, {@code m} or {@code
     * g} behind it. What is larger is answered with 413. Default: {@code 10m}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.maxBodySize")
    private String maxBodySize;

    /**
     * How long a back end may be silent before its answer and in it, from {@code 1s}; then the
     * client is told 504. Default: {@code 60s}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.requestTimeout")
    private String requestTimeout;

    /**
     * How long an image build may take: {@code 30s}, {@code 5m}, {@code 1h}; a bare number is
     * seconds. Default: {@code 60m}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.buildTimeout")
    private String buildTimeout;

    /**
     * How long a new release may take until it is healthy. Default: {@code 60s}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.readyTimeout")
    private String readyTimeout;

    /**
     * How long a new release is watched after the switch. Default: {@code 5s}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.watchTimeout")
    private String watchTimeout;

    /**
     * How long requests to the old release may go on after the switch. Default: {@code 30s}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.drainTimeout")
    private String drainTimeout;

    /**
     * The grace between asking a process to stop and killing it. Default: {@code 10s}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.stopTimeout")
    private String stopTimeout;

    /**
     * How long to wait for another deployment of the same application. Default: {@code 0s}, not at
     * all.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.lockWait")
    private String lockWait;

    /**
     * What units find in files that they alone can read, {@code /run/secrets/NAME}, and that is in
     * no variable, image, artefact, log and answer of the engine: {@code NAME=file} or {@code
     * NAME=env:VARIABLE}, several separated by commas. Read here at each {@code deploy}; a relative
     * file is relative to the project's directory. Default: none. On one that cannot be read: error
     * {@code FS-SECRET-004}, before anything is changed.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.secrets")
    private String secrets;

    /**
     * Variables that hold secrets, as {@code VARIABLE=SECRET}, several separated by commas: each
     * names one of {@link #secrets}. A process finds the secret there byte for byte, and so does a
     * hook; it is set when the process is started, so that no {@code inspect}, argument list,
     * artefact and log has more than its name. A file is better where the program can read one: a
     * variable goes on to every program that it starts itself. Default: none. On a secret that
     * nobody names, a name that no variable can have, and one that an env file or {@code
     * <variables>} sets, too: error {@code FS-SECRET-007}. On a secret that holds a NUL or more
     * than 100 kB, which no variable can: error {@code FS-SECRET-008}. Both before anything is
     * changed.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.secretVariables")
    private String secretVariables;

    /**
     * A line for a shell that is run before a new release is started, in a container of its own: of
     * the new image, in the back end's directory, with its variables and volumes. Migrations belong
     * here. When it fails or takes longer than {@link #hookTimeout}, the new release is not started
     * and the old one goes on serving. {@code rollback} does not run it. Default: the command
     * {@code release} of a {@code Procfile}; {@code none}: nothing.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.preDeploy")
    private String preDeploy;

    /**
     * A line for a shell that is run after the switch, in such a container. When it fails the new
     * release stays live: that is a warning. Default: none.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.postDeploy")
    private String postDeploy;

    /**
     * How long each hook may take. Default: {@code 10m}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.hookTimeout")
    private String hookTimeout;

    /**
     * How many past releases keep their image and record. Default: {@code 3}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.retain")
    private String retain;

    /**
     * Databases, caches and the like that the application needs and that outlive its releases, each
     * an {@code <accessory>} with {@code <name>}, {@code <image>} and, where need be, {@code
     * <user>}, {@code <variables>}, {@code <passed>} (names of variables of the application that it
     * gets as well), {@code <volume>} (any number), {@code <health>} (a line for a shell in it),
     * {@code <memory>}, {@code <cpus>} and {@code <command>}. The back end reaches it by its name.
     * It is made once, waited for, and replaced by no release; of one that cannot be meant: errors
     * {@code FS-ACCESSORY-…}, before anything is changed. Default: none.
     *
     * @since 0.1.0
     */
    @Parameter private PlexusConfiguration accessories;

    /** Returns what the goals work from. */
    final Inputs inputs(Setup setup) {
        return new Inputs(
                new RequestReader(setup.settings(), setup.context(), setup.location())
                        .read(structured()),
                setup.location(),
                described());
    }

    /** What only elements can hold. */
    final Structured structured() {
        return new Structured(
                backends == null ? List.of() : backends,
                volumes == null ? List.of() : volumes,
                baseImages == null ? Map.of() : baseImages,
                allowedOrigins == null ? Map.of() : allowedOrigins,
                values(variables),
                Elements.in(accessories));
    }

    /** An empty element has no value, which is an empty one here. */
    private static Map<String, String> values(Map<String, String> elements) {
        Map<String, String> values = new HashMap<>();
        if (elements != null) {
            elements.forEach((name, value) -> values.put(name, value == null ? "" : value));
        }
        return values;
    }

    @Override
    Map<String, String> nested() {
        Map<String, String> flat = new HashMap<>();
        if (frontend != null) {
            flat.putAll(frontend.flat());
        }
        if (backend != null) {
            flat.putAll(backend.flat());
        }
        return flat;
    }
}
