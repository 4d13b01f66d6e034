package io.github.fullstackmaven.mojo;

import io.github.fullstackmaven.goal.Status;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Prints how the application is doing: release, health, since when, address, ports, until when the
 * certificate is valid, disk, containers, and what an earlier deployment left over. Writes {@code
 * status.json}.
 *
 * @since 0.1.0
 */
@Mojo(name = "status", requiresProject = false, threadSafe = true)
@SuppressWarnings("UnusedVariable") // Read by ParameterFields, all in one place.
public final class StatusMojo extends ReleaseMojo {
    /**
     * Leaves out this goal. Default: {@code false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.status.skip")
    private String skipStatus;

    @Override
    String goal() {
        return "status";
    }

    @Override
    void run(Setup setup) {
        new Status(workshop(setup), engine(setup)).run(inputs(setup));
    }
}
