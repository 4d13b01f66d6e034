package io.github.fullstackmaven.mojo;

import io.github.fullstackmaven.goal.Rollback;
import io.github.fullstackmaven.model.Sourced;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Puts a release on the air again that was live before, with no downtime: made from its record and
 * its image as it was, started beside the live one, judged, switched to. Domain and certificate
 * stay as they are now. Nothing is built, and the repository need not be there. The next {@code
 * deploy} goes forward again. Writes {@code deployment.json}, also on failure.
 *
 * @since 0.1.0
 */
@Mojo(name = "rollback", requiresProject = false, threadSafe = true)
@SuppressWarnings("UnusedVariable") // Read by ParameterFields, all in one place.
public final class RollbackMojo extends ReleaseMojo {
    /**
     * Leaves out this goal. Default: {@code false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.rollback.skip")
    private String skipRollback;

    /**
     * The release to go back to, like {@code r3}; the goal {@code releases} lists them. Default:
     * the one that the live release took the place of.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.release")
    private String release;

    /**
     * Prints the operations that would be executed, each with its cause, and changes nothing.
     * Default: {@code false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.dryRun")
    private String dryRun;

    /**
     * How long the release may take until it is healthy. Default: {@code 60s}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.readyTimeout")
    private String readyTimeout;

    /**
     * How long the release is watched after the switch. Default: {@code 5s}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.watchTimeout")
    private String watchTimeout;

    /**
     * How long requests to the other release may go on after the switch. Default: {@code 30s}.
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

    @Override
    String goal() {
        return "rollback";
    }

    @Override
    void run(Setup setup) {
        Rollback rollback = new Rollback(workshop(setup), engine(setup));
        Optional<Sourced<String>> wanted = setup.settings().text("release");
        if (setup.asked("dryRun")) {
            rollback.dryRun(inputs(setup), wanted);
        } else {
            rollback.run(inputs(setup), wanted);
        }
    }
}
