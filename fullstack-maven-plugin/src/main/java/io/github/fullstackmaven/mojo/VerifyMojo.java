package io.github.fullstackmaven.mojo;

import io.github.fullstackmaven.goal.Verify;
import io.github.fullstackmaven.goal.verify.Wanted;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.Sourced;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Looks whether what was built really works: starts it as a unit of its own on a free port of this
 * machine, with fresh volumes and accessories, asks for everything that the model says that it
 * answers, looks into its containers and, with a Chromium, at its pages, and takes it away again.
 * Builds first if need be; touches nothing that is deployed. Writes {@code verify.json}; fails when
 * a check does. Bound to no phase unless an execution says so.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "verify",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresProject = false,
        threadSafe = true)
@SuppressWarnings("UnusedVariable") // Read by ParameterFields, all in one place.
public final class VerifyMojo extends ApplicationMojo {
    /**
     * Leaves out this goal. Default: {@code false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.verify.skip")
    private String skipVerify;

    /**
     * The engine: {@code auto}, {@code docker} or {@code podman}; one of this machine. Default:
     * {@code auto}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.engine")
    private String engine;

    /**
     * Prints what would be built and started, and changes nothing. Default: {@code false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.dryRun")
    private String dryRun;

    /**
     * Paths that take WebSockets, separated by commas: each has to answer 101. Default: none. On
     * one that does not begin with a slash: error {@code FS-CONFIG-004}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.verifyWebSockets")
    private String verifyWebSockets;

    /**
     * Paths that answer with a stream of events (SSE), separated by commas: each has to begin at
     * once, with 200 and its type. Default: none. On one that does not begin with a slash: error
     * {@code FS-CONFIG-004}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.verifyEventStreams")
    private String verifyEventStreams;

    /**
     * Runs the hook {@link #preDeploy} before the unit is started. It has the variables of a real
     * deployment, so it changes a database that these name; one among the accessories or volumes is
     * a fresh one. Default: {@code false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.verifyPreDeploy")
    private String verifyPreDeploy;

    /**
     * The executable of a Chromium or Chrome that the pages are looked at with, or {@code none}.
     * Default: the first of {@code chromium}, {@code chromium-browser}, {@code
     * google-chrome-stable}, {@code google-chrome} on the {@code PATH}; without one these checks
     * are left out, and a remark says so. On one that does not start: warning {@code
     * FS-VERIFY-050}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.browser")
    private String browser;

    @Override
    String goal() {
        return "verify";
    }

    @Override
    void run(Setup setup) {
        Wanted wanted =
                new Wanted(
                        paths(setup, "verifyWebSockets"),
                        paths(setup, "verifyEventStreams"),
                        setup.asked("verifyPreDeploy"),
                        setup.settings().text("browser").map(Sourced::value));
        Verify verify = new Verify(workshop(setup), engine(setup), wanted);
        if (setup.asked("dryRun")) {
            verify.dryRun(inputs(setup));
        } else {
            verify.run(inputs(setup));
        }
    }

    private static List<String> paths(Setup setup, String name) {
        return setup.settings().text(name).stream()
                .flatMap(s -> Stream.of(s.value().split(",")))
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .map(path -> checked(name, path))
                .toList();
    }

    /** What is no path could say something else in a request. */
    private static String checked(String name, String path) {
        if (!path.matches("/[!-~]*")) {
            throw FullstackException.project(
                    Finding.error(
                                    "FS-CONFIG-004",
                                    "'" + path + "' is no path",
                                    "write it like /api/events, several separated by commas")
                            .at("fullstack." + name));
        }
        return path;
    }
}
