package io.github.fullstackmaven.mojo;

import io.github.fullstackmaven.goal.Init;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes a {@code pom.xml} for a repository that has none, about thirty lines: groupId, artifactId
 * and version from what the repository says of itself, this plugin, and of the settings those that
 * were typed and differ from the defaults. All else is detected again each time. Then says what has
 * to be seen to first. Touches nothing else; typed a second time it changes nothing and says so. A
 * {@code pom.xml} that is there is never overwritten: the goal prints what to add, and fails with
 * {@code FS-INIT-001}.
 *
 * @since 0.1.0
 */
@Mojo(name = "init", requiresProject = false, threadSafe = true)
@SuppressWarnings("UnusedVariable") // Read by ParameterFields, all in one place.
public final class InitMojo extends ApplicationMojo {
    /**
     * Leaves out this goal. Default: {@code false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.init.skip")
    private String skipInit;

    /**
     * Prints the file that would be written, and writes none. Default: {@code false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.dryRun")
    private String dryRun;

    @Override
    String goal() {
        return "init";
    }

    @Override
    void run(Setup setup) {
        Init init = new Init(workshop(setup), pluginVersion());
        if (setup.asked("dryRun")) {
            init.dryRun(inputs(setup), setup.settings().typed());
        } else {
            init.run(inputs(setup), setup.settings().typed());
        }
    }
}
