package io.github.fullstackmaven.mojo;

import io.github.fullstackmaven.goal.Logs;
import io.github.fullstackmaven.model.Sourced;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Prints the log of the live release.
 *
 * @since 0.1.0
 */
@Mojo(name = "logs", requiresProject = false, threadSafe = true)
@SuppressWarnings("UnusedVariable") // Read by ParameterFields, all in one place.
public final class LogsMojo extends ReleaseMojo {
    /**
     * Leaves out this goal. Default: {@code false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.logs.skip")
    private String skipLogs;

    /**
     * Whether to go on printing until the release ends or the goal is interrupted. Default: {@code
     * false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.follow")
    private String follow;

    /**
     * How many of the last lines to print, 1 to 1000000. Default: {@code 100}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.tail")
    private String tail;

    /**
     * From when on: a time like {@code 10m} ago, or a time stamp that the engine understands.
     * Default: from the beginning.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.since")
    private String since;

    /**
     * One service alone: {@code gateway}, which is the nginx of the unit, the name of the back end,
     * or that of an accessory. Default: all of the unit.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.service")
    private String service;

    @Override
    String goal() {
        return "logs";
    }

    @Override
    void run(Setup setup) {
        new Logs(workshop(setup), engine(setup))
                .run(
                        inputs(setup),
                        setup.settings().text("tail"),
                        setup.settings().text("since").map(Sourced::value),
                        setup.settings().text("service").map(Sourced::value),
                        setup.asked("follow"));
    }
}
