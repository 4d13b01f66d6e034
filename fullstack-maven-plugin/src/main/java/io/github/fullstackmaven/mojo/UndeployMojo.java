package io.github.fullstackmaven.mojo;

import io.github.fullstackmaven.goal.Undeploy;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Takes the application down and removes everything that deploying made: containers, images, its
 * part of the edge, and the edge itself when no other application uses it. Volumes with data stay
 * unless {@link #removeVolumes} says otherwise.
 *
 * @since 0.1.0
 */
@Mojo(name = "undeploy", requiresProject = false, threadSafe = true)
@SuppressWarnings("UnusedVariable") // Read by ParameterFields, all in one place.
public final class UndeployMojo extends ReleaseMojo {
    /**
     * Leaves out this goal. Default: {@code false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.undeploy.skip")
    private String skipUndeploy;

    /**
     * Whether the volumes with the application's data are removed as well; they cannot be had back.
     * Default: {@code false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.removeVolumes")
    private String removeVolumes;

    /**
     * Prints the operations that would be executed, and changes nothing. Default: {@code false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.dryRun")
    private String dryRun;

    @Override
    String goal() {
        return "undeploy";
    }

    @Override
    void run(Setup setup) {
        Undeploy undeploy = new Undeploy(workshop(setup), engine(setup));
        if (setup.asked("dryRun")) {
            undeploy.dryRun(inputs(setup), setup.asked("removeVolumes"));
        } else {
            undeploy.run(inputs(setup), setup.asked("removeVolumes"));
        }
    }
}
