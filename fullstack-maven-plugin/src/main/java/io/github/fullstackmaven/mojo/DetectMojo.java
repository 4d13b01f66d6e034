package io.github.fullstackmaven.mojo;

import io.github.fullstackmaven.goal.Detect;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Prints what the repository holds and why, and writes {@code plan.json}. Needs no network and no
 * toolchain. Fails when something has to be settled first; the plan is written then as well.
 *
 * @since 0.1.0
 */
@Mojo(name = "detect", requiresProject = false, threadSafe = true)
@SuppressWarnings("UnusedVariable") // Read by ParameterFields, all in one place.
public final class DetectMojo extends ApplicationMojo {
    /**
     * Leaves out this goal. Default: {@code false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.detect.skip")
    private String skipDetect;

    /**
     * Prints for every directory with a manifest which rules fired, and which were kept from it by
     * one condition alone. Default: {@code false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.explain")
    private String explain;

    /**
     * Makes the change of the sources that this goal suggests: addresses of the developer's own
     * machine in calls of the back end become paths. Without it the change is printed, and written
     * to {@code fix.patch}. Default: {@code false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.fix")
    private String fix;

    @Override
    String goal() {
        return "detect";
    }

    @Override
    void run(Setup setup) {
        Detect detect = new Detect(workshop(setup));
        if (setup.asked("explain")) {
            detect.explain(inputs(setup));
        }
        if (setup.asked("fix")) {
            detect.fix(inputs(setup));
        }
        detect.run(inputs(setup));
    }
}
